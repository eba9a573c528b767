'use server'

import { defineAction } from '#app/_server/define-action'
import { claimSubmission, claimSubmissionInput, takeNext } from '#lib/operations/claim-submission'
import { correctField, correctFieldInput } from '#lib/operations/correct-field'
import { decideSubmission, decideSubmissionInput } from '#lib/operations/decide-submission'
import { drawRegion, drawRegionInput } from '#lib/operations/draw-region'
import { markFinding, markFindingInput } from '#lib/operations/mark-finding'
import { readMentions, readMentionsInput } from '#lib/operations/read-mentions'
import { releaseClaim, releaseClaimInput } from '#lib/operations/release-claim'
import { removeRegion, removeRegionInput } from '#lib/operations/remove-region'
import { reopenSubmission, reopenSubmissionInput } from '#lib/operations/reopen-submission'
import { requestChecks, requestChecksInput } from '#lib/operations/request-checks'
import { rotateCapture, rotateCaptureInput } from '#lib/operations/rotate-capture'
import { showPictures, showPicturesInput } from '#lib/operations/show-pictures'
import { unmarkFinding, unmarkFindingInput } from '#lib/operations/unmark-finding'
import { withdrawNote, withdrawNoteInput } from '#lib/operations/withdraw-note'
import { writeNote, writeNoteInput } from '#lib/operations/write-note'

export const claim = defineAction(claimSubmissionInput, claimSubmission)

export const release = defineAction(releaseClaimInput, releaseClaim)

/**
 * Decides, and hands out the next submission in the same answer: one way there and back between two pictures. `next` is
 * null where nothing is waiting, and after an amendment; the decision stands even if the next one can't be had.
 */
export const decide = defineAction(decideSubmissionInput, async (actor, input) => {
  const decided = await decideSubmission(actor, input)
  if (!decided.ok) return decided
  if (input.amends) return { ...decided, next: null }
  const taken = await takeNext(actor, { exceptId: input.submissionId }).catch(() => null)
  return { ...decided, next: taken?.ok ? taken : null }
})

export const reopen = defineAction(reopenSubmissionInput, reopenSubmission)

export const show = defineAction(showPicturesInput, showPictures)

export const correct = defineAction(correctFieldInput, correctField)

export const addNote = defineAction(writeNoteInput, writeNote)

export const withdraw = defineAction(withdrawNoteInput, withdrawNote)

export const markMentionsRead = defineAction(readMentionsInput, readMentions)

export const runChecks = defineAction(requestChecksInput, requestChecks)

export const rotate = defineAction(rotateCaptureInput, rotateCapture)

export const draw = defineAction(drawRegionInput, drawRegion)

export const removeDrawn = defineAction(removeRegionInput, removeRegion)

export const markWrong = defineAction(markFindingInput, markFinding)

export const unmarkWrong = defineAction(unmarkFindingInput, unmarkFinding)
