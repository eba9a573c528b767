import { withTransaction } from '#lib/db/transaction'
import type { UserActor } from '#lib/domain/actor'
import { recordAuditEvent } from './record-audit-event.ts'

/** Locks one's own session on the server: from the next request on everything but the password is refused. */
export async function lockSession(actor: UserActor): Promise<void> {
  await withTransaction(async (tx) => {
    const count = await tx.$executeRaw`
      UPDATE user_sessions SET locked_at = clock_timestamp()
      WHERE id = ${actor.sessionId}::uuid AND locked_at IS NULL AND revoked_at IS NULL`
    if (count === 0) return
    await recordAuditEvent(tx, actor, { type: 'session.locked', data: { sessionId: actor.sessionId } })
  })
}
