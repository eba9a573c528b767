import { Prisma } from './generated/client.ts'
import { quartersToLookUp } from './hash-quarters.ts'

/** Bits in which a picture may differ to be found; the check `duplicate-capture` draws its line within. */
export const searchRadius = 8

/** A fingerprint as the database keeps it: a signed number of 64 bits. */
export function storedHash(fingerprint: string): bigint {
  return BigInt.asIntN(64, BigInt(`0x${fingerprint}`))
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
