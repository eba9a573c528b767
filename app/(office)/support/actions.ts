'use server'

import { defineAction } from '#app/_server/define-action'
import { issueResubmissionLink, issueResubmissionLinkInput } from '#lib/operations/issue-resubmission-link'
import { reopenSubmission, reopenSubmissionInput } from '#lib/operations/reopen-submission'

export const issueLink = defineAction(issueResubmissionLinkInput, issueResubmissionLink)

export const reopen = defineAction(reopenSubmissionInput, reopenSubmission)
