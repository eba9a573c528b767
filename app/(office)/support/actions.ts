'use server'

import { defineAction } from '#app/_server/define-action'
import { issueResubmissionLink, issueResubmissionLinkInput } from '#lib/operations/issue-resubmission-link'

export const issueLink = defineAction(issueResubmissionLinkInput, issueResubmissionLink)
