import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { notHeldByOthers } from '#lib/claims'
import { notifyChange } from '#lib/db/notify'
import { databaseNow, type Tx, withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { openStatuses } from '#lib/domain/submission'
import { type Refused, refused } from '#lib/errors'
import { recordAuditEvent } from './record-audit-event.ts'

/** As long as a policy may give for a decision. */
const maxSnoozeHours = 720

export const snoozeSubmissionsInput = z.object({
  submissionIds: z.array(z.uuid()).min(1).max(200),
  /** Null wakes them. */
  until: z.coerce.date().nullable(),
})

/**
 * Snoozes submissions: until then "next" hands them to nobody, and they wake by themselves. Due times stay. Decided ones and
 * those a colleague holds are left out; `changed` says how many it did.
 */
export async function snoozeSubmissions(
  actor: Actor,
  { submissionIds, until }: z.infer<typeof snoozeSubmissionsInput>,
): Promise<{ ok: true; changed: number } | Refused<'not_ahead' | 'too_far'>> {
  const user = authorise(actor, 'submission:review')
  return withTransaction(async (tx) => {
    const now = await databaseNow(tx)
    if (until && until <= now) return refused('not_ahead', 'Choose a time that lies ahead.')
    if (until && until.getTime() - now.getTime() > maxSnoozeHours * 3_600_000)
      return refused('too_far', `Choose a time within the next ${maxSnoozeHours / 24} days.`)
    const changed = await tx.submission.updateManyAndReturn({
      where: {
        id: { in: submissionIds },
        status: { in: [...openStatuses] },
        ...notHeldByOthers(user.id, now),
      },
      data: { snoozedUntil: until },
      select: { id: true, caseId: true },
    })
    await letGo(tx, user.id, changed)
    for (const { id: submissionId, caseId } of changed) {
      const type = until ? 'submission.snoozed' : 'submission.woken'
      const data: Record<string, string> = until ? { until: until.toISOString() } : {}
      await recordAuditEvent(tx, actor, { type, caseId, submissionId, data })
      await notifyChange(tx, { type: 'submission', submissionId })
    }
    return { ok: true, changed: changed.length }
  })
}

async function letGo(tx: Tx, userId: string, submissions: readonly { id: string }[]): Promise<void> {
  await tx.claim.deleteMany({ where: { userId, submissionId: { in: submissions.map(({ id }) => id) } } })
}
