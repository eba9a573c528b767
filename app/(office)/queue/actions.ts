'use server'

import { defineAction } from '#app/_server/define-action'
import { requestChecks, requestChecksInput } from '#lib/operations/request-checks'

export const runChecks = defineAction(requestChecksInput, requestChecks)
