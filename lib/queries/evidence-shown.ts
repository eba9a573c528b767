import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import type { Actor } from '#lib/domain/actor'
import type { Evidence } from '#lib/domain/evidence'
import { currentEvidence } from '#lib/evidence'

/**
 * What a decision made on a page is locked to. Asked for before the page reads what it shows: where something changes in between,
 * the decision is refused rather than taken on what nobody saw.
 */
export async function evidenceShown(actor: Actor, submissionId: string): Promise<Evidence> {
  authorise(actor, 'submission:review')
  return currentEvidence(db(), submissionId)
}
