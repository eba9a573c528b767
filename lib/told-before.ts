import type { Tx } from './db/transaction.ts'

/**
 * Whether the customer was told an outcome of this submission before, so that another one has to say that it replaces it. A
 * message on its way counts: better to correct what never arrived than to contradict without a word.
 */
export async function toldBefore(tx: Tx, submissionId: string): Promise<boolean> {
  const told = await tx.message.count({
    where: { submissionId, status: { in: ['sent', 'queued'] }, decision: { undoneAt: null } },
  })
  return told > 0
}
