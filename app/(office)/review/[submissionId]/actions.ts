'use server'

import { z } from 'zod'
import { defineAction } from '#app/_server/define-action'
import type { UserActor } from '#lib/domain/actor'
import { describeError, logger } from '#lib/logger'
import { claimSubmission, claimSubmissionInput, takeNext } from '#lib/operations/claim-submission'
import { correctField, correctFieldInput } from '#lib/operations/correct-field'
import { decideSubmission, decideSubmissionInput } from '#lib/operations/decide-submission'
import { drawRegion, drawRegionInput } from '#lib/operations/draw-region'
import { escalateSubmission, escalateSubmissionInput } from '#lib/operations/escalate-submission'
import { handOverSubmission, handOverSubmissionInput } from '#lib/operations/hand-over-submission'
import { markFinding, markFindingInput } from '#lib/operations/mark-finding'
import { readMentions, readMentionsInput } from '#lib/operations/read-mentions'
import { releaseClaim, releaseClaimInput } from '#lib/operations/release-claim'
import { removeRegion, removeRegionInput } from '#lib/operations/remove-region'
import { reopenSubmission, reopenSubmissionInput } from '#lib/operations/reopen-submission'
import { requestChecks, requestChecksInput } from '#lib/operations/request-checks'
import { rotateCapture, rotateCaptureInput } from '#lib/operations/rotate-capture'
import { showPictures, showPicturesInput } from '#lib/operations/show-pictures'
import { skipSubmission, skipSubmissionInput } from '#lib/operations/skip-submission'
import { snoozeSubmissions, snoozeSubmissionsInput } from '#lib/operations/snooze-submissions'
import { unmarkFinding, unmarkFindingInput } from '#lib/operations/unmark-finding'
import { withdrawNote, withdrawNoteInput } from '#lib/operations/withdraw-note'
import { writeNote, writeNoteInput } from '#lib/operations/write-note'
import { colleagues } from '#lib/queries/colleagues'

export const claim = defineAction(claimSubmissionInput, claimSubmission)

export const release = defineAction(releaseClaimInput, releaseClaim)

/**
 * What is done with a submission, and the next one handed out in the same answer: one way there and back between two pictures.
 * `next` is null where nothing is waiting; what was done stands even if the next one can't be had.
 */
async function thenNext<Answer extends { ok: boolean }>(actor: UserActor, submissionId: string, answer: Answer) {
  if (!answer.ok) return answer as Extract<Answer, { ok: false }>
  const taken = await takeNext(actor, { exceptId: submissionId }).catch((error: unknown) => {
    logger.warn({ event: 'next.failed', error: describeError(error) })
    return null
  })
  return { ...(answer as Extract<Answer, { ok: true }>), next: taken?.ok ? taken : null }
}

/** An amendment stays where it was made. */
export const decide = defineAction(decideSubmissionInput, async (actor, input) => {
  const decided = await decideSubmission(actor, input)
  if (decided.ok && input.amends) return { ...decided, next: null }
  return thenNext(actor, input.submissionId, decided)
})

export const skip = defineAction(skipSubmissionInput, async (actor, input) =>
  thenNext(actor, input.submissionId, await skipSubmission(actor, input)),
)

export const snooze = defineAction(
  snoozeSubmissionsInput.pick({ until: true }).extend({ submissionId: z.uuid() }),
  async (actor, { submissionId, until }) =>
    thenNext(actor, submissionId, await snoozeSubmissions(actor, { submissionIds: [submissionId], until })),
)

export const escalate = defineAction(escalateSubmissionInput, async (actor, input) =>
  thenNext(actor, input.submissionId, await escalateSubmission(actor, input)),
)

export const handOver = defineAction(handOverSubmissionInput, async (actor, input) =>
  thenNext(actor, input.submissionId, await handOverSubmission(actor, input)),
)

export const listColleagues = defineAction(z.void(), (actor) => colleagues(actor))

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
