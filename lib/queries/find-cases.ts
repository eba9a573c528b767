import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import { matchingCases } from '#lib/db/matching-cases'
import type { Actor } from '#lib/domain/actor'
import { plainText } from '#lib/domain/intake'
import type { SubmissionStatus } from '#lib/domain/submission'

/** One letter would find half the house. */
export const findCasesInput = z.object({ q: plainText(254).min(2) })

/** As many as a list under a field shows at once; whoever sees more types another letter. */
const shown = 8
const searchLimit = 200

export interface FoundCase {
  caseId: string
  /** Its newest attempt. */
  submissionId: string
  reference: string
  externalId: string
  email: string
  declaredName: string | null
  status: SubmissionStatus
  attempt: number
}

/** Cases by reference, external id, address or name, the newest first: where the command palette leads. */
export async function findCases(actor: Actor, { q }: z.infer<typeof findCasesInput>): Promise<FoundCase[]> {
  authorise(actor, 'case:support')
  return db().$queryRaw<FoundCase[]>`
    SELECT c.id AS "caseId", n.id AS "submissionId", c.reference, c.external_id AS "externalId", c.email,
           c.declared_name AS "declaredName", n.status, n.attempt
    FROM cases c
    JOIN LATERAL (
      SELECT id, status, attempt FROM submissions WHERE case_id = c.id ORDER BY attempt DESC LIMIT 1) n ON true
    WHERE c.id = ANY (ARRAY(${matchingCases(q, searchLimit)}))
    ORDER BY c.created_at DESC LIMIT ${shown}`
}
