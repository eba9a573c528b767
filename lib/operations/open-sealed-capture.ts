import { authorise } from '#lib/authorise'
import { sealKey } from '#lib/credentials/picture-seal'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { AppError } from '#lib/errors'
import { pictureRight } from '#lib/picture-rule'
import { recordAuditEvent } from './record-audit-event.ts'

/** The key to this session's sealed copy of a capture, for whoever may see it now. Handing it out is the look, and is logged. */
export async function openSealedCapture(actor: Actor, captureId: string): Promise<Buffer> {
  const user = authorise(actor, 'capture:view')
  return withTransaction(async (tx) => {
    const capture = await tx.capture.findUnique({
      where: { id: captureId },
      select: { submissionId: true, submission: { select: { caseId: true } } },
    })
    if (!capture) throw new AppError('NOT_FOUND')
    const { submissionId, submission } = capture
    if (!(await pictureRight(tx, user, submissionId))) throw new AppError('PICTURE_VEILED')
    const { caseId } = submission
    await recordAuditEvent(tx, actor, { type: 'capture.viewed', caseId, submissionId, data: { captureId } })
    return sealKey(user.sessionId, captureId)
  })
}
