import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { giveBackClaims } from '#lib/claims'
import { notifyChange } from '#lib/db/notify'
import { databaseNow, type Tx, withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { can, roleSchema } from '#lib/domain/permissions'
import { openStatuses } from '#lib/domain/submission'
import { AppError, type Refused, refused } from '#lib/errors'
import { recordAuditEvent, recordReleases } from './record-audit-event.ts'

export const changeUserInput = z.object({
  userId: z.uuid(),
  role: roleSchema,
  disabled: z.boolean(),
  /** Takes what colleagues escalate; left out, it stays as it was. */
  secondLine: z.boolean().optional(),
})

/**
 * Changes a colleague's role or withdraws their access; it acts on their next request. What someone who may no longer review
 * holds, or was assigned, is everybody's again: nobody would be handed it otherwise. Nobody changes themselves, so that one
 * admin always remains.
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
    if (!(await isStillAdmin(tx, user.id))) throw new AppError('FORBIDDEN')
    const now = await databaseNow(tx)
    const disabledAt = disabled ? (before.disabledAt ?? now) : null
    await tx.user.update({ where: { id: userId }, data: { role, disabledAt, secondLine } })
    if (disabled) await tx.userSession.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } })
    if (disabled || !can(role, 'submission:review')) {
      // Submissions are locked before claims everywhere, so that nobody waits in a circle.
      await unassign(tx, actor, userId)
      await recordReleases(tx, actor, await giveBackClaims(tx, userId))
    }
    await recordAuditEvent(tx, actor, {
      type: 'user.changed',
      data: { userId, role, before: before.role, disabled, secondLine: secondLine ?? before.secondLine },
    })
    return { ok: true }
  })
}

/** Admins are locked: of two who withdraw each other's access at once the second no longer may, and one remains. */
async function isStillAdmin(tx: Tx, userId: string): Promise<boolean> {
  const admins = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM users WHERE role = 'admin' AND disabled_at IS NULL ORDER BY id FOR NO KEY UPDATE`
  return admins.some(({ id }) => id === userId)
}

async function unassign(tx: Tx, actor: Actor, userId: string): Promise<void> {
  const freed = await tx.submission.updateManyAndReturn({
    where: { assignedToId: userId, status: { in: [...openStatuses] } },
    data: { assignedToId: null },
    select: { id: true, caseId: true },
  })
  for (const { id: submissionId, caseId } of freed) {
    const data = { userId: null }
    await recordAuditEvent(tx, actor, { type: 'submission.assigned', caseId, submissionId, data })
    await notifyChange(tx, { type: 'submission', submissionId })
  }
}
