import { db } from '#lib/db/client'
import type { CustomerActor } from '#lib/domain/actor'
import type { SubmissionMetadata } from '#lib/domain/intake'
import { AppError } from '#lib/errors'

/** What came with the attempt a customer answers; the next one carries the same. */
export async function resubmissionMetadata(
  customer: CustomerActor,
): Promise<{ clientId: string; metadata: SubmissionMetadata }> {
  const submission = await db().submission.findUnique({
    where: { id: customer.submissionId },
    include: { case: true },
  })
  if (!submission) throw new AppError('LINK_INVALID')
  const { externalId, locale, email, declaredName, declaredBirthDate, clientId } = submission.case
  return {
    clientId,
    metadata: {
      externalId,
      locale,
      email,
      country: submission.country,
      declaredDocumentType: submission.documentType,
      ...(declaredName && { declaredName }),
      ...(declaredBirthDate && { declaredBirthDate: declaredBirthDate.toISOString().slice(0, 10) }),
    },
  }
}
