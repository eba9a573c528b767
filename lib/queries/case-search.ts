import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import type { Actor } from '#lib/domain/actor'
import { normalReference } from '#lib/domain/case-reference'
import type { SubmissionStatus } from '#lib/domain/submission'

export const caseSearchInput = z.object({ q: z.string().trim().min(1).max(254) })

export interface CaseHit {
  caseId: string
  reference: string
  externalId: string
  email: string
  clientName: string
  createdAt: Date
  status: SubmissionStatus
  attempt: number
}

/** Cases by reference (as people type it), external id or e-mail address; the newest 20, whole matches only for ids. */
export async function caseSearch(actor: Actor, { q }: z.infer<typeof caseSearchInput>): Promise<CaseHit[]> {
  authorise(actor, 'case:support')
  const cases = await db().case.findMany({
    where: {
      OR: [
        { reference: normalReference(q) ?? q.toUpperCase() },
        { externalId: q },
        { email: { equals: q, mode: 'insensitive' } },
      ],
    },
    orderBy: { createdAt: 'desc' },
    take: 20,
    include: {
      client: { select: { name: true } },
      submissions: { orderBy: { attempt: 'desc' }, take: 1, select: { status: true, attempt: true } },
    },
  })
  return cases.flatMap(({ id, reference, externalId, email, createdAt, client, submissions: [newest] }) =>
    newest ? [{ caseId: id, reference, externalId, email, createdAt, clientName: client.name, ...newest }] : [],
  )
}
