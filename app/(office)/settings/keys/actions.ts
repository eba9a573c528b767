'use server'

import { defineAction } from '#app/_server/define-action'
import { savePreferences, savePreferencesInput } from '#lib/operations/save-preferences'

export const save = defineAction(savePreferencesInput, savePreferences)
