'use client'

import type { MarkControl } from '#components/finding-mark'
import { orRefusal } from '#components/or-refusal'
import type { RegionToKeep } from '#components/region-drawer'
import { toast } from '#components/ui/toast'
import type { ReviewerMarks } from '#lib/queries/reviewer-marks'
import { draw, markWrong, removeDrawn, unmarkWrong } from './actions.ts'

/** What people put on the pictures of a submission, and how to add to it. */
export interface Marks extends MarkControl, Pick<ReviewerMarks, 'regions'> {
  draw: (captureId: string, region: RegionToKeep) => Promise<boolean>
  removeDrawn: (regionId: string) => Promise<boolean>
}

/** Every change is told to all who have the submission open, this page among them: the lists follow by themselves. */
export function useMarks(marks: ReviewerMarks): Marks {
  return {
    ...marks,
    mark: (findingId, note) => succeeds(markWrong({ findingId, note })),
    unmark: (findingId) => succeeds(unmarkWrong({ findingId })),
    draw: (captureId, region) => succeeds(draw({ captureId, ...region })),
    removeDrawn: (regionId) => succeeds(removeDrawn({ regionId })),
  }
}

async function succeeds(
  asked: Promise<{ ok: true } | { ok: false; reason: string; message: string }>,
): Promise<boolean> {
  const answer = await orRefusal(asked)
  if (!answer.ok) toast({ title: answer.message, tone: 'danger' })
  return answer.ok
}
