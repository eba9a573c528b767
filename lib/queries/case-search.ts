import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import type { Actor } from '#lib/domain/actor'
import { normalReference } from '#lib/domain/case-reference'
import { plainText } from '#lib/domain/intake'
import type { SubmissionStatus } from '#lib/domain/submission'

export const caseSearchInput = z.object({ q: plainText(254) })

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

/** More would have to be told apart by more than a list shows. */
const shown = 20

/** Cases by reference (as people type it), external id or e-mail address in any case, each whole and by its own index; the newest first. */
export async function caseSearch(actor: Actor, { q }: z.infer<typeof caseSearchInput>): Promise<CaseHit[]> {
  authorise(actor, 'case:support')
  return db().$queryRaw<CaseHit[]>`
    SELECT c.id AS "caseId", c.reference, c.external_id AS "externalId", c.email, client.name AS "clientName",
           c.created_at AS "createdAt", n.status, n.attempt
    FROM cases c
    JOIN api_clients client ON client.id = c.client_id
    JOIN LATERAL (
      SELECT status, attempt FROM submissions WHERE case_id = c.id ORDER BY attempt DESC LIMIT 1) n ON true
    WHERE c.id = ANY (ARRAY(
      SELECT id FROM cases WHERE reference = ${normalReference(q) ?? q.toUpperCase()}
      UNION SELECT id FROM cases WHERE external_id = ${q}
      UNION SELECT id FROM cases WHERE lower(email) = lower(${q})))
    ORDER BY c.created_at DESC LIMIT ${shown}`
}
