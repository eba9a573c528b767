'use server'

import { defineAction } from '#app/_server/define-action'
import { claimSubmission, claimSubmissionInput } from '#lib/operations/claim-submission'
import { decideSubmission, decideSubmissionInput } from '#lib/operations/decide-submission'
import { releaseClaim, releaseClaimInput } from '#lib/operations/release-claim'
import { requestChecks, requestChecksInput } from '#lib/operations/request-checks'

export const claim = defineAction(claimSubmissionInput, claimSubmission)

export const release = defineAction(releaseClaimInput, releaseClaim)

export const decide = defineAction(decideSubmissionInput, decideSubmission)

export const runChecks = defineAction(requestChecksInput, requestChecks)
