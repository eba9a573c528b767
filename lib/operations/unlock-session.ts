import { z } from 'zod'
import { passwordMatches } from '#lib/credentials/password'
import { db } from '#lib/db/client'
import { withTransaction } from '#lib/db/transaction'
import type { UserActor } from '#lib/domain/actor'
import { type Refused, refused } from '#lib/errors'
import { isGuessedAt } from '#lib/sign-in-failures'
import { recordAuditEvent } from './record-audit-event.ts'

export const unlockSessionInput = z.object({ password: z.string().min(1).max(200) })

const wrong = 'That is not your password. After many tries in a row, wait a quarter of an hour.'

/** Opens one's own locked session again with the password. Wrong ones count like those at sign-in, and get one answer for all. */
export async function unlockSession(
  actor: UserActor,
  { password }: z.infer<typeof unlockSessionInput>,
): Promise<{ ok: true } | Refused<'wrong_password'>> {
  const user = await db().user.findUniqueOrThrow({ where: { id: actor.id } })
  const right = await passwordMatches(password, user.passwordHash)
  return withTransaction(async (tx) => {
    const isGuessed = await isGuessedAt(tx, actor.id)
    if (!right || isGuessed) {
      await recordAuditEvent(tx, actor, { type: 'user.sign_in_failed', data: { userId: actor.id } })
      return refused('wrong_password', wrong)
    }
    await tx.$executeRaw`
      UPDATE user_sessions SET locked_at = NULL, last_seen_at = clock_timestamp()
      WHERE id = ${actor.sessionId}::uuid AND revoked_at IS NULL`
    await recordAuditEvent(tx, actor, { type: 'session.unlocked', data: { sessionId: actor.sessionId } })
    return { ok: true }
  })
}
