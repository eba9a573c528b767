import { giveBackClaims } from '#lib/claims'
import { databaseNow, withTransaction } from '#lib/db/transaction'
import { system } from '#lib/domain/actor'
import { recordAuditEvent, recordReleases } from './record-audit-event.ts'

/** Ends a session on the server: the cookie is worth nothing from then on. What its user held goes back to the queue. */
export async function signOut(sessionId: string): Promise<void> {
  await withTransaction(async (tx) => {
    const [session] = await tx.userSession.updateManyAndReturn({
      where: { id: sessionId, revokedAt: null },
      data: { revokedAt: await databaseNow(tx) },
    })
    if (!session) return
    await recordReleases(tx, system, await giveBackClaims(tx, session.userId))
    await recordAuditEvent(tx, system, { type: 'user.signed_out', data: { userId: session.userId, sessionId } })
  })
}
