import { readdirSync, readFileSync } from 'node:fs'
import { shippedPolicies } from '#lib/domain/policy'
import { imagingPool } from '#lib/imaging/pool'

// Passes a file COUNT times through the door, as the web process does, then through the checks, as the worker does, and
// prints the peak memory of this process and the pool's children for each: node bench/peak-memory.ts COUNT FILE

const count = Number(process.argv[2])
const bytes = readFileSync(process.argv[3]!)
const policy = { ...shippedPolicies['photos-and-pdf'], maxSizeBytes: 100_000_000 }
const declared = { documentType: null, country: null, name: null, birthDate: null, receivedAt: '2026-01-01T00:00:00Z' }
const pool = imagingPool()

function family(): string[] {
  const threads = readdirSync('/proc/self/task')
  return [
    'self',
    ...threads.flatMap((thread) => readFileSync(`/proc/self/task/${thread}/children`, 'utf8').match(/\d+/g) ?? []),
  ]
}

/** Bytes by the kernel's account: Rss counts shared pages in every process, Pss divides them. 0 of one that just ended. */
function memoryOf(process: string, field: 'Rss' | 'Pss'): number {
  try {
    const text = readFileSync(`/proc/${process}/smaps_rollup`, 'utf8')
    return 1024 * Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(text)?.[1])
  } catch {
    return 0
  }
}

interface Peak {
  /** Sum of resident sizes, and of proportional ones, in bytes. */
  resident: number
  proportional: number
  parent: number
}

/** Does the work `count` times, as many at once as there are children. */
async function peakOf(work: () => Promise<unknown>): Promise<Peak> {
  const peak: Peak = { resident: 0, proportional: 0, parent: 0 }
  const sample = () => {
    const sum = (field: 'Rss' | 'Pss') => family().reduce((total, process) => total + memoryOf(process, field), 0)
    peak.resident = Math.max(peak.resident, sum('Rss'))
    peak.proportional = Math.max(peak.proportional, sum('Pss'))
    peak.parent = Math.max(peak.parent, memoryOf('self', 'Rss'))
  }
  const timer = setInterval(sample, 50)
  let left = count
  const lane = async () => {
    while (left-- > 0) await work()
  }
  await Promise.all(Array.from({ length: pool.size }, lane))
  clearInterval(timer)
  return peak
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
