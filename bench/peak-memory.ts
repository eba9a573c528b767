import { readFileSync } from 'node:fs'
import { shippedPolicies } from '#lib/domain/policy'
import { imagingPool } from '#lib/imaging/pool'
import { type FamilyMemory, watchMemory } from './family-memory.ts'

// Passes a file COUNT times through the door, as the web process does, then through the checks, as the worker does, and
// prints the peak memory of this process and the pool's children for each: node bench/peak-memory.ts COUNT FILE

const count = Number(process.argv[2])
const bytes = readFileSync(process.argv[3]!)
const policy = { ...shippedPolicies['photos-and-pdf'], maxSizeBytes: 100_000_000 }
const declared = { documentType: null, country: null, name: null, birthDate: null, receivedAt: '2026-01-01T00:00:00Z' }
const pool = imagingPool()

/** Does the work `count` times, as many at once as there are children. */
async function peakOf(work: () => Promise<unknown>): Promise<FamilyMemory> {
  const watch = watchMemory()
  let left = count
  const lane = async () => {
    while (left-- > 0) await work()
  }
  await Promise.all(Array.from({ length: pool.size }, lane))
  return watch.stop()
}

const inspection = await pool.inspectUpload(bytes, policy)
if (!inspection.accepted) throw new Error(inspection.refusal.message)
const { facts } = inspection
const door = await peakOf(() => pool.inspectUpload(bytes, policy))
await pool.close()
let errors = 0
const checks = await peakOf(async () => {
  const { findings } = await pool.checkCapture({ kind: 'id_front', bytes, facts, declared, policy })
  if (findings.some(({ outcome }) => outcome === 'error')) errors++
})
await pool.close()
console.log(JSON.stringify({ door, checks, errors, children: pool.size }))
