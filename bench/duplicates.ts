/**
 * `npm run bench:duplicates [-- --rows 10000000]`: what looking for near duplicates costs among so many fingerprints, beside a scan
 * of all of them in the same database, which also says whether any was missed.
 */
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { closeDb, db } from '#lib/db/client'
import { nearHashes, searchRadius } from '#lib/db/near-hashes'
import { processorMs, usageIsKnown } from '#lib/imaging/process-usage'
import { nearDuplicates } from '#lib/operations/check-submission/near-duplicates'
import { startEmbedded } from '../prisma/embedded/server.ts'
import { temporaryDataFolder } from '../prisma/embedded/temporary-data-folder.ts'
import { migrate } from '../prisma/migrate.ts'
import { fillFingerprints, type Probe, probesAmong } from './duplicates/fill-fingerprints.ts'
import { percentiles, printRow } from './queue/percentiles.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    queries: { type: 'string', default: '200' },
    scans: { type: 'string', default: '10' },
  },
})
const rows = Number(values.rows)

async function scanHashes({ hash }: Probe): Promise<bigint[]> {
  const found = await db().$queryRaw<{ hash: bigint }[]>`
    SELECT DISTINCT hash FROM fingerprints WHERE bit_count((hash # ${hash})::bit(64)) <= ${searchRadius}`
  return found.map((row) => row.hash)
}

/** What a lookup takes of the server's processor, whatever else the machine does; nothing where the system doesn't say. */
async function processorNote(times: number, work: (turn: number) => Promise<unknown>): Promise<string> {
  const backends = await db().$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity WHERE datname = current_database()`
  const used = () => backends.reduce((sum, { pid }) => sum + processorMs(pid), 0)
  const before = used()
  for (let turn = 0; turn < times; turn++) await work(turn)
  return usageIsKnown ? `${((used() - before) / times).toFixed(1)} ms of the server’s processor` : ''
}

async function bench(): Promise<void> {
  console.log(await fillFingerprints(rows))
  const kinds = await probesAmong(Number(values.queries))
  console.log(`\nLooking one picture up among ${rows.toLocaleString('en')}, ms${' '.repeat(8)} p50      p95`)
  for (const [kind, probes] of Object.entries(kinds)) {
    const lookUp = (turn: number) => nearDuplicates(db(), probes[turn]!.captureId, probes[turn]!.fingerprint)
    printRow(kind, await percentiles(probes.length, lookUp), await processorNote(probes.length, lookUp))
  }
  const sample = Object.values(kinds).flatMap((probes) => probes.slice(0, Math.ceil(Number(values.scans) / 3)))
  printRow('  peer: a scan of all', await percentiles(sample.length, (turn) => scanHashes(sample[turn]!)))
  let [found, missed] = [0, 0]
  for (const probe of sample) {
    const scanned = await scanHashes(probe)
    const near = await db().$queryRaw<{ hash: bigint }[]>`${nearHashes(probe.hash)}`
    const looked = new Set(near.map(({ hash }) => hash))
    found += scanned.length
    missed += scanned.filter((hash) => !looked.has(hash)).length
  }
  console.log(`Within ${searchRadius} bits the scans found ${found} hashes, of which looking up missed ${missed}.`)
  console.log('Bar: at most 50 ms among 10 million.')
}

const dataDir = temporaryDataFolder()
const database = await startEmbedded(dataDir, { forgetful: true })
try {
  Object.assign(process.env, { DATABASE_URL: database.url, RETAKE_DATA_DIR: dataDir, RETAKE_DEMO: '1' })
  await migrate(database.url)
  await bench()
} finally {
  await closeDb()
  await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
