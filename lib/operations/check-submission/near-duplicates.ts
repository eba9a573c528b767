import { Prisma } from '#lib/db/generated/client'
import type { Tx } from '#lib/db/transaction'
import type { NearDuplicate } from '#lib/domain/artifacts'
import { quartersToLookUp } from './hash-quarters.ts'

/** Bits in which a picture may differ to be found; the check `duplicate-capture` draws its line within. */
export const searchRadius = 8
const maxFound = 20

/** A fingerprint as the database keeps it: a signed number of 64 bits. */
export function storedHash(fingerprint: string): bigint {
  return BigInt.asIntN(64, BigInt(`0x${fingerprint}`))
}

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

/** Distinct hashes within the search radius and their distances, read from the four indices alone. */
export function nearHashes(hash: bigint): Prisma.Sql {
  const distance = Prisma.sql`bit_count((hash # ${hash})::bit(64))::int`
  const selects = quartersToLookUp(hash, searchRadius).map(
    (values, at) => Prisma.sql`
      SELECT hash, ${distance} AS distance FROM fingerprints
      WHERE ${quarters[at]} = ANY(${values}::bigint[]) AND ${distance} <= ${searchRadius}`,
  )
  return Prisma.join(selects, ' UNION ')
}

/** Written as in the indices' definitions. */
const quarters = ['(hash >> 48) & 65535', '(hash >> 32) & 65535', '(hash >> 16) & 65535', 'hash & 65535'].map((text) =>
  Prisma.raw(`(${text})`),
)
