import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { AppError } from '#lib/errors'
import { recordAuditEvent } from './record-audit-event.ts'

export const showPicturesInput = z.object({ submissionId: z.uuid() })

/** Long enough to look a settled case through and compare; then it closes by itself, and opening it again is logged again. */
const grantMinutes = 15

/** Opens the pictures of a submission that one doesn't hold, such as a decided one. That they were asked for is logged. */
export async function showPictures(
  actor: Actor,
  { submissionId }: z.infer<typeof showPicturesInput>,
): Promise<{ ok: true }> {
  const user = authorise(actor, 'capture:view')
  await withTransaction(async (tx) => {
    const submission = await tx.submission.findUnique({ where: { id: submissionId }, select: { caseId: true } })
    if (!submission) throw new AppError('NOT_FOUND')
    await tx.$executeRaw`DELETE FROM picture_grants WHERE user_id = ${user.id}::uuid AND expires_at < clock_timestamp()`
    await tx.$executeRaw`
      INSERT INTO picture_grants (user_id, submission_id, expires_at)
      VALUES (${user.id}::uuid, ${submissionId}::uuid, clock_timestamp() + make_interval(mins => ${grantMinutes}))
      ON CONFLICT (user_id, submission_id) DO UPDATE SET expires_at = excluded.expires_at`
    await recordAuditEvent(tx, actor, { type: 'pictures.shown', caseId: submission.caseId, submissionId })
  })
  return { ok: true }
}
