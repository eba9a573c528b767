import type { Tx } from './transaction.ts'

/**
 * Keeps a submission as it is until the transaction ends: whoever would change it waits, and what is read after this stays true.
 * False where there is none. Where a claim or a link is locked as well, the submission comes first.
 */
export async function lockSubmission(tx: Tx, submissionId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM submissions WHERE id = ${submissionId}::uuid FOR NO KEY UPDATE`
  return rows.length > 0
}
