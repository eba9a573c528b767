import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import { Prisma } from '#lib/db/generated/client'
import { nearHashes } from '#lib/db/near-hashes'
import type { Actor } from '#lib/domain/actor'
import type { CaptureKind } from '#lib/domain/capture'
import type { SubmissionStatus } from '#lib/domain/submission'
import { AppError } from '#lib/errors'

export interface NearDuplicateRow {
  /** The capture of this submission that looks the same. */
  ownCaptureId: string
  captureId: string
  kind: CaptureKind
  widthPx: number
  heightPx: number
  rotation: number
  /** Bits of 64 in which the fingerprints differ. */
  distance: number
  submissionId: string
  reference: string
  attempt: number
  status: SubmissionStatus
  receivedAt: Date
}

const mostPerCapture = 10

/**
 * Captures of the same client's other cases that look like those of a submission, the nearest first; another client's are never
 * among them. Asked anew, since cases that came in after its checks ran count as well. Facts only: their pictures go through the
 * rule every picture goes through, and its log.
 */
export async function nearDuplicates(actor: Actor, submissionId: string): Promise<NearDuplicateRow[]> {
  authorise(actor, 'submission:review')
  const submission = await db().submission.findUnique({
    where: { id: submissionId },
    select: { caseId: true, clientId: true, captures: { select: { id: true, fingerprint: true } } },
  })
  if (!submission) throw new AppError('NOT_FOUND')
  const rows: NearDuplicateRow[] = []
  // One after the other: each reads four indices, and a page must not take the pool.
  for (const { id, fingerprint } of submission.captures) {
    if (fingerprint) rows.push(...(await lookAlikes(id, fingerprint.hash, submission)))
  }
  return rows
}

function lookAlikes(ownCaptureId: string, hash: bigint, own: { caseId: string; clientId: string }) {
  const columns = Prisma.sql`
    c.id AS "captureId", c.kind, c.width_px AS "widthPx", c.height_px AS "heightPx", c.rotation, near.distance,
    s.id AS "submissionId", s.attempt, s.status, s.received_at AS "receivedAt", cases.reference`
  return db().$queryRaw<NearDuplicateRow[]>`
    SELECT ${ownCaptureId}::text AS "ownCaptureId", ${columns}
    FROM (${nearHashes(hash)}) near
    JOIN fingerprints f ON (f.hash & 65535) = (near.hash & 65535) AND f.hash = near.hash
    JOIN captures c ON c.id = f.capture_id
    JOIN submissions s ON s.id = c.submission_id
    JOIN cases ON cases.id = s.case_id
    WHERE s.client_id = ${own.clientId}::uuid AND s.case_id <> ${own.caseId}::uuid
    ORDER BY near.distance, c.created_at DESC LIMIT ${mostPerCapture}`
}
