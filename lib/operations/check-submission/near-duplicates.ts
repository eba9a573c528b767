import { Prisma } from '#lib/db/generated/client'
import { nearHashes, storedHash } from '#lib/db/near-hashes'
import type { Tx } from '#lib/db/transaction'
import type { NearDuplicate } from '#lib/domain/artifacts'

const maxFound = 20

/** Remembers what a capture looks like; checked again, it may look different to a newer measure. */
export async function rememberFingerprint(tx: Tx, captureId: string, fingerprint: string): Promise<void> {
  const hash = storedHash(fingerprint)
  await tx.fingerprint.upsert({ where: { captureId }, create: { captureId, hash }, update: { hash } })
}

/**
 * Captures of the same client's other cases that look the same, the nearest first. Another client's are never among them. Here
 * and not in `lib/queries`, because it is part of an operation and no one looks at it who would have to be authorised. Measured
 * by `npm run bench:duplicates`.
 */
export function nearDuplicates(tx: Tx, captureId: string, fingerprint: string): Promise<NearDuplicate[]> {
  const hash = storedHash(fingerprint)
  const found = Prisma.sql`f.capture_id AS "captureId", cases.reference AS "caseReference", near.distance`
  return tx.$queryRaw<NearDuplicate[]>`
    SELECT ${found}
    FROM (${nearHashes(hash)}) near
    JOIN fingerprints f ON (f.hash & 65535) = (near.hash & 65535) AND f.hash = near.hash
    JOIN captures ON captures.id = f.capture_id
    JOIN submissions ON submissions.id = captures.submission_id
    JOIN cases ON cases.id = submissions.case_id
    JOIN (SELECT s.client_id, s.case_id FROM captures c JOIN submissions s ON s.id = c.submission_id
          WHERE c.id = ${captureId}::uuid) own
      ON own.client_id = submissions.client_id AND own.case_id <> submissions.case_id
    ORDER BY near.distance, captures.created_at DESC LIMIT ${maxFound}`
}
