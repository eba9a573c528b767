import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { hiddenReviewer } from '#lib/blind-review'
import { db } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'
import type { Actor } from '#lib/domain/actor'
import { eventTypesOf, timelineKinds } from '#lib/domain/timeline-kind'
import { AppError } from '#lib/errors'

export const timelineFilterSchema = z.object({
  submissionId: z.uuid(),
  kind: z.enum(timelineKinds).optional().catch(undefined),
  /** The id to go on before. */
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
})

export interface TimelineEntry {
  id: string
  at: Date
  type: string
  actor: string
  attempt: number | null
  data: Record<string, unknown>
}

export interface TimelinePage {
  entries: TimelineEntry[]
  /** Where the next page begins; null on the last. */
  next: string | null
}

const pageSize = 50

/**
 * A page of what happened to the case of a submission, newest first. Looks at pictures, and how they were turned, are left to the
 * audit page; so is what a colleague did whose judgement the reader must not know yet.
 */
export async function caseTimeline(
  actor: Actor,
  { submissionId, kind, before }: z.infer<typeof timelineFilterSchema>,
): Promise<TimelinePage> {
  const user = authorise(actor, 'submission:review')
  const submission = await db().submission.findUnique({
    where: { id: submissionId },
    select: { caseId: true, case: { select: { submissions: { select: { id: true, attempt: true } } } } },
  })
  if (!submission) throw new AppError('NOT_FOUND')
  const hidden = await hiddenReviewer(db(), user.id, submissionId)
  const where: Prisma.AuditEventWhereInput = {
    caseId: submission.caseId,
    type: kind ? { in: eventTypesOf[kind] } : { notIn: ['capture.viewed', 'capture.rotated'] },
    ...(before && { id: { lt: BigInt(before) } }),
    ...(hidden && { OR: [{ submissionId: { not: submissionId } }, untold(hidden)] }),
  }
  const found = await db().auditEvent.findMany({ where, orderBy: { id: 'desc' }, take: pageSize + 1 })
  const page = found.slice(0, pageSize)
  const nameOf = await userNames(page.flatMap(({ actorKind, actorId }) => (actorKind === 'user' ? [actorId!] : [])))
  const attemptOf = new Map(submission.case.submissions.map(({ id, attempt }) => [id, attempt]))
  return {
    entries: page.map(({ id, at, type, actorKind, actorId, submissionId: about, data }) => ({
      id: String(id),
      at,
      type,
      actor: nameOf.get(actorId ?? '') ?? actorKind.replace('_', ' '),
      attempt: attemptOf.get(about ?? '') ?? null,
      data: data as Record<string, unknown>,
    })),
    next: found.length > pageSize ? String(page.at(-1)!.id) : null,
  }
}

/** Decisions too: one that was undone says what was thought before. What nobody did in person has no actor and stays. */
function untold(hidden: string): Prisma.AuditEventWhereInput {
  return { type: { not: 'submission.decided' }, OR: [{ actorId: null }, { actorId: { not: hidden } }] }
}

async function userNames(ids: string[]): Promise<Map<string, string>> {
  const users = await db().user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return new Map(users.map(({ id, name }) => [id, name]))
}
