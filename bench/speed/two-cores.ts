import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createImagingPool, type ImagingPool } from '#lib/imaging/pool'
import type { CaptureToCheck } from '#lib/imaging/pool-messages'
import { family } from '../family-memory.ts'

const rounds = 2

/**
 * Captures a second, all checks each, with warm children and by turns: one child on one core, one that may use two (V8 and libvips
 * have threads of their own), and two on two.
 */
export async function twoCoresAgainstOne(capture: CaptureToCheck, captures: number): Promise<void> {
  const allowed = coresAllowed()
  const canHold = allowed.length > 1 && hold(allowed)
  const [single, double] = [createImagingPool({ size: 1 }), createImagingPool({ size: 2 })]
  for (const pool of [single, double]) await check(pool, capture, pool.size)
  const takenMs = { held: 0, free: 0, two: 0 }
  for (let round = 0; round < rounds; round++) {
    if (canHold) {
      hold(allowed.slice(0, 1))
      takenMs.held += await check(single, capture, captures)
      hold(allowed.slice(0, 2))
    }
    takenMs.free += await check(single, capture, captures)
    takenMs.two += await check(double, capture, captures)
  }
  if (canHold) hold(allowed)
  await Promise.all([single.close(), double.close()])

  const rate = (ms: number) => `${((rounds * captures * 1000) / ms).toFixed(2)} captures a second`
  const against = (ms: number) => `${rate(ms)}, so two are ${(ms / takenMs.two).toFixed(2)} ×`
  console.log(`\nTwo children on two cores: ${rate(takenMs.two)}. Bar: 1.8 × one core, on two idle ones.`)
  console.log(
    canHold
      ? `One child and its parent held on one core: ${against(takenMs.held)}.`
      : 'One child can’t be held on one core here: that takes Linux, two cores and taskset of util-linux.',
  )
  console.log(`One child that may use both: ${against(takenMs.free)}.`)
}

/** Checks the capture so many times, as many at once as the pool has children; answers with the milliseconds it took. */
async function check(pool: ImagingPool, capture: CaptureToCheck, captures: number): Promise<number> {
  const started = performance.now()
  await Promise.all(Array.from({ length: captures }, () => pool.checkCapture(capture)))
  return performance.now() - started
}

/** Numbers of the cores this process may use; none where the system doesn't say. */
function coresAllowed(): number[] {
  try {
    const list = /^Cpus_allowed_list:\s+(\S+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? ''
    return list.split(',').flatMap((range) => {
      const [first, last] = range.split('-').map(Number)
      return Array.from({ length: (last ?? first!) - first! + 1 }, (_, i) => first! + i)
    })
  } catch {
    return []
  }
}

/** Holds every thread of this process and its children on these cores; false where taskset is missing. */
function hold(cores: readonly number[]): boolean {
  try {
    for (const pid of family()) execFileSync('taskset', ['-acp', cores.join(), String(pid)], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
