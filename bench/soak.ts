/**
 * `npm run bench:soak [-- --count 5000]`: whether memory grows. Small pictures are checked one after the other through the pool, most
 * with some of the checks and every twentieth with all, models included; what parent and children hold together is told by hundreds.
 */
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { shippedPolicies } from '#lib/domain/policy'
import { createImagingPool } from '#lib/imaging/pool'
import { watchMemory } from './family-memory.ts'
import { checkSets } from './speed/check-sets.ts'
import { drawnCapture } from './speed/drawn-capture.ts'

const { values } = parseArgs({ options: { count: { type: 'string', default: '5000' }, children: { type: 'string' } } })
const count = Number(values.count)
const warmUp = Math.min(500, Math.ceil(count / 10))
const policy = shippedPolicies['photos-and-pdf']
const { picture, all } = checkSets(policy)
const drawn = [await drawnCapture('id_front', 640, policy), await drawnCapture('passport_page', 800, policy)]
const pool = createImagingPool(values.children ? { size: Number(values.children) } : {})

let errored = 0
let next = 0
async function lane(until: number): Promise<void> {
  while (next < until) {
    const turn = next++
    const only = turn % 20 === 0 ? all : [picture[turn % picture.length]!, picture[(turn + 3) % picture.length]!]
    const { findings } = await pool.checkCapture({ ...drawn[turn % 2]!.capture, only })
    errored += findings.filter(({ outcome }) => outcome === 'error').length
  }
}

const mb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`.padStart(9)
const watch = watchMemory()
const peaks: number[] = []
console.log(`Captures   peak of parent and ${pool.size} children   shared pages once   parent alone`)
while (next < count) {
  const until = Math.min(count, next + warmUp)
  await Promise.all(Array.from({ length: pool.size }, () => lane(until)))
  const { resident, proportional, parent } = watch.restart()
  peaks.push(proportional)
  console.log(
    `${String(until).padStart(8)}${mb(resident).padStart(33)}${mb(proportional).padStart(20)}${mb(parent).padStart(15)}`,
  )
}
watch.stop()
await pool.close()
for (const { folder } of drawn) rmSync(folder, { recursive: true })

const [first = 0, ...later] = peaks
const growth = (100 * (Math.max(...later) - first)) / first
console.log(
  `After the first ${warmUp} the peak changes by ${growth.toFixed(1)} %. Bar: at most +10 %. ${errored} errored checks.`,
)
process.exitCode = growth > 10 || errored > 0 ? 1 : 0
