import { createImagingPool } from '#lib/imaging/pool'
import type { CaptureToCheck } from '#lib/imaging/pool-messages'

/** Captures a second with one child and with two, by turns, all checks each; the children are warm. */
export async function twoCoresAgainstOne(capture: CaptureToCheck, captures: number): Promise<void> {
  const pools = [1, 2].map((size) => createImagingPool({ size }))
  const takenMs = [0, 0]
  for (let round = -1; round < 2; round++) {
    for (const [at, pool] of pools.entries()) {
      const started = performance.now()
      const count = round < 0 ? pool.size : captures
      await Promise.all(Array.from({ length: count }, () => pool.checkCapture(capture)))
      if (round >= 0) takenMs[at]! += performance.now() - started
    }
  }
  await Promise.all(pools.map((pool) => pool.close()))
  const [one, two] = takenMs.map((ms) => (2 * captures * 1000) / ms)
  console.log(
    `\n${one!.toFixed(2)} captures a second with one child, ${two!.toFixed(2)} with two: ${(two! / one!).toFixed(2)} ×. Bar: 1.8 × on two idle cores.`,
  )
}
