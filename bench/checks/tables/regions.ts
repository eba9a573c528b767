import { type Heat, mapAndMask } from '../heat.ts'
import { bestF } from '../measures.ts'
import { meanLine, type Table } from '../table.ts'

export const blurRegions = regionTable('Blur regions, maxF (β² 0.3)', 'sharpness', 'blurMask', 'blurF', 0.3)
export const glareRegions = regionTable('Glare regions, F1', 'glare', 'glareMask', 'glareF', 1)

function regionTable(
  title: string,
  check: 'sharpness' | 'glare',
  mask: 'blurMask' | 'glareMask',
  peerField: 'blurF' | 'glareF',
  betaSquared: number,
): Table {
  return {
    title,
    checks: [check],
    async make(results) {
      const known = results.filter(({ sample, ours }) => sample[mask] && ours[check]?.detail.heat)
      const values: number[] = []
      for (const { sample, ours } of known) {
        const { map, mask: truth } = await mapAndMask(ours[check]!.detail.heat as unknown as Heat, sample[mask]!)
        values.push(bestF(map, truth, betaSquared))
      }
      const lines = [
        ...meanLine(check, values),
        ...meanLine(
          'OpenCV',
          known.flatMap(({ peer }) => peer?.[peerField] ?? []),
        ),
      ]
      const misses = known.flatMap(({ sample }, i) =>
        values[i]! < 0.6 ? [{ sample, what: `${check} regions ${values[i]!.toFixed(2)}` }] : [],
      )
      return { lines, misses }
    },
  }
}
