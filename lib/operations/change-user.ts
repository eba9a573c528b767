import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { roleSchema } from '#lib/domain/permissions'
import { AppError, type Refused, refused } from '#lib/errors'
import { recordAuditEvent } from './record-audit-event.ts'

export const changeUserInput = z.object({
  userId: z.uuid(),
  role: roleSchema,
  disabled: z.boolean(),
  /** Takes what colleagues escalate; left out, it stays as it was. */
  secondLine: z.boolean().optional(),
})

/**
 * Changes a colleague's role or withdraws their access; it acts on their next request. Claims of someone who may no longer
 * review go back to the queue. Nobody changes themselves, so that one admin always remains.
 */
export async function changeUser(
  actor: Actor,
  { userId, role, disabled, secondLine }: z.infer<typeof changeUserInput>,
): Promise<{ ok: true } | Refused<'yourself'>> {
  const user = authorise(actor, 'user:manage')
  if (userId === user.id) return refused('yourself', 'Ask another admin to change your own access.')
  return withTransaction(async (tx) => {
    const before = await tx.user.findUnique({ where: { id: userId } })
    if (!before) throw new AppError('NOT_FOUND')
    const disabledAt = disabled ? (before.disabledAt ?? new Date()) : null
    await tx.user.update({ where: { id: userId }, data: { role, disabledAt, secondLine } })
    if (disabled) {
      await tx.userSession.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: new Date() } })
    }
    if (disabled || role !== before.role) await tx.claim.deleteMany({ where: { userId } })
    await recordAuditEvent(tx, actor, {
      type: 'user.changed',
      data: { userId, role, before: before.role, disabled, secondLine: secondLine ?? before.secondLine },
    })
    return { ok: true }
  })
}
