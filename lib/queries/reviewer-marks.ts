import { authorise } from '#lib/authorise'
import { hiddenReviewer } from '#lib/blind-review'
import { db } from '#lib/db/client'
import type { Actor } from '#lib/domain/actor'
import type { ReasonCode } from '#lib/domain/reasons'
import type { Point } from '#lib/domain/region'

/** A place a person drew. */
export interface ReviewerRegion {
  id: string
  captureId: string
  points: Point[]
  comment: string | null
  reason: ReasonCode | null
  drawnBy: string
  drawnAt: Date
  /** Whether the viewer drew it, and may take it back. */
  mine: boolean
}

/** A person's word that a finding is wrong. */
export interface FindingMark {
  findingId: string
  note: string | null
  markedBy: string
  markedAt: Date
  mine: boolean
}

export interface ReviewerMarks {
  regions: ReviewerRegion[]
  marks: FindingMark[]
}

/**
 * What people said of a submission's captures, as it stands: regions they drew and findings they hold for wrong; nothing of
 * somebody whose word the viewer must not know yet.
 */
export async function reviewerMarks(actor: Actor, submissionId: string): Promise<ReviewerMarks> {
  const user = authorise(actor, 'submission:review')
  const hidden = await hiddenReviewer(db(), user.id, submissionId)
  const standing = { removedAt: null }
  const [regions, marks] = await Promise.all([
    db().reviewerRegion.findMany({
      where: { ...standing, capture: { submissionId }, ...(hidden && { drawnById: { not: hidden } }) },
      orderBy: { id: 'asc' },
      include: { drawnBy: { select: { name: true } } },
    }),
    db().findingMark.findMany({
      where: { ...standing, finding: { capture: { submissionId } }, ...(hidden && { markedById: { not: hidden } }) },
      orderBy: { id: 'asc' },
      include: { markedBy: { select: { name: true } } },
    }),
  ])
  return {
    regions: regions.map(({ id, captureId, points, comment, reason, drawnBy, drawnById, drawnAt }) => ({
      ...{ id, captureId, comment, drawnAt },
      points: points as Point[],
      reason: reason as ReasonCode | null,
      drawnBy: drawnBy.name,
      mine: drawnById === user.id,
    })),
    marks: marks.map(({ findingId, note, markedBy, markedById, markedAt }) => ({
      ...{ findingId, note, markedAt },
      markedBy: markedBy.name,
      mine: markedById === user.id,
    })),
  }
}
