'use server'

import { defineAction } from '#app/_server/define-action'
import { readMentions, readMentionsInput } from '#lib/operations/read-mentions'

export const markRead = defineAction(readMentionsInput, readMentions)
