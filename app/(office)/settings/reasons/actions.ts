'use server'

import { defineAction } from '#app/_server/define-action'
import { saveReasonTemplate, saveReasonTemplateInput } from '#lib/operations/save-reason-template'

export const saveWording = defineAction(saveReasonTemplateInput, saveReasonTemplate)
