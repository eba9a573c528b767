'use server'

import { defineAction } from '#app/_server/define-action'
import { claimSubmission, claimSubmissionInput, takeNext } from '#lib/operations/claim-submission'
import { decideSubmission, decideSubmissionInput } from '#lib/operations/decide-submission'
import { releaseClaim, releaseClaimInput } from '#lib/operations/release-claim'
import { requestChecks, requestChecksInput } from '#lib/operations/request-checks'
import { showPictures, showPicturesInput } from '#lib/operations/show-pictures'

export const claim = defineAction(claimSubmissionInput, claimSubmission)

export const release = defineAction(releaseClaimInput, releaseClaim)

/**
 * Decides, and hands out the next submission in the same answer: one way there and back between two pictures. `nextId` is
 * null where nothing is waiting; the decision stands even if the next one can't be had.
 */
export const decide = defineAction(decideSubmissionInput, async (actor, input) => {
  const decided = await decideSubmission(actor, input)
  if (!decided.ok) return decided
  const taken = await takeNext(actor, { exceptId: input.submissionId }).catch(() => null)
  return { ...decided, nextId: taken?.ok ? taken.submissionId : null }
})

export const show = defineAction(showPicturesInput, showPictures)

export const runChecks = defineAction(requestChecksInput, requestChecks)
