import { db } from '#lib/db/client'
import { searchRadius, storedHash } from '#lib/db/near-hashes'
import { fillDatabase } from '../queue/fill-database.ts'

export interface Probe {
  captureId: string
  fingerprint: string
  hash: bigint
}

/** Half of all pictures show one of so many layouts of document, which makes their hashes alike. */
const layouts = 50
/** 64 bits drawn evenly. */
const anyHash = '(((random() * 4294967296)::bigint << 32) # (random() * 4294967296)::bigint)'
/** As a drawn layout looks: a quarter of its bits are other ones. */
const likeLayout = `('x' || substr(md5(floor(random() * ${layouts})::text), 1, 16))::bit(64)::bigint # (${anyHash} & ${anyHash})`

/**
 * Fills the table in bulk: indices and the tie to captures are left out while rows go in, and made again by their own definitions.
 * A thousand submissions are real enough to be found. Answers with the size of it all.
 */
export async function fillFingerprints(rows: number): Promise<string> {
  await fillDatabase(1000)
  const indices = await db().$queryRaw<{ name: string; definition: string }[]>`
    SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename = 'fingerprints'
    AND indexname LIKE 'fingerprints_quarter%'`
  const run = (sql: string) => db().$executeRawUnsafe(sql)
  await db().$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe('SET LOCAL statement_timeout = 0')
      await tx.$executeRawUnsafe("SET LOCAL maintenance_work_mem = '512MB'")
      await tx.$executeRawUnsafe('ALTER TABLE fingerprints DROP CONSTRAINT fingerprints_capture_id_fkey')
      for (const { name } of indices) await tx.$executeRawUnsafe(`DROP INDEX ${name}`)
      await tx.$executeRawUnsafe(`INSERT INTO fingerprints SELECT id, ${anyHash} FROM captures`)
      await tx.$executeRawUnsafe(
        `INSERT INTO fingerprints SELECT gen_random_uuid(), CASE WHEN n % 2 = 0 THEN ${anyHash} ELSE ${likeLayout} END
         FROM generate_series(1, ${rows}) n`,
      )
      for (const { definition } of indices) await tx.$executeRawUnsafe(definition)
    },
    { timeout: 3_600_000 },
  )
  await run('VACUUM (ANALYZE) fingerprints')
  const [size] = await db().$queryRaw<{ table: string; indices: string }[]>`
    SELECT pg_size_pretty(pg_table_size('fingerprints')) AS "table", pg_size_pretty(pg_indexes_size('fingerprints')) AS indices`
  return `table ${size!.table}, indices ${size!.indices}`
}

/** What to look up: pictures never seen, pictures of a frequent layout, and ones seen before that were sent again a little changed. */
export async function probesAmong(count: number): Promise<Record<string, Probe[]>> {
  const [unseen, alike, seen] = await Promise.all([
    draw(`SELECT id, ${anyHash} AS hash FROM captures LIMIT ${count}`),
    draw(`SELECT id, ${likeLayout} AS hash FROM captures LIMIT ${count}`),
    draw(`SELECT c.id, f.hash FROM captures c, (SELECT hash FROM fingerprints TABLESAMPLE SYSTEM (1) LIMIT ${count}) f
          ORDER BY random() LIMIT ${count}`),
  ])
  const changed = seen.map(({ captureId, hash }) => probe(captureId, flipped(hash, searchRadius)))
  return {
    'a picture like none before': unseen,
    'one of a frequent layout': alike,
    [`one seen before, ${searchRadius} bits changed`]: changed,
  }
}

async function draw(sql: string): Promise<Probe[]> {
  const found = await db().$queryRawUnsafe<{ id: string; hash: bigint }[]>(sql)
  return found.map(({ id, hash }) => probe(id, hash))
}

function probe(captureId: string, hash: bigint): Probe {
  const fingerprint = BigInt.asUintN(64, hash).toString(16).padStart(16, '0')
  return { captureId, fingerprint, hash: storedHash(fingerprint) }
}

/** The hash with so many bits turned, spread over it. */
function flipped(hash: bigint, bits: number): bigint {
  let changed = hash
  for (let i = 0; i < bits; i++) changed ^= 1n << BigInt((i * 37 + Number(BigInt.asUintN(6, hash))) % 64)
  return BigInt.asIntN(64, changed)
}
