import type { Tx } from './transaction.ts'

/** Channel on which processes tell each other what changed. */
export const changesChannel = 'retake_changes'

/** What open screens are told: which submission changed, never what is in it. */
export interface Change {
  type: 'submission' | 'progress' | 'message' | 'note' | 'mention'
  submissionId: string
  /** On `mention`: the one person it concerns. */
  userId?: string
  /** Checks finished and planned, on `progress`. */
  done?: number
  total?: number
}

/** Tells every process when, and only if, the transaction commits. */
export async function notifyChange(tx: Tx, change: Change): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${changesChannel}, ${JSON.stringify(change)})`
}
