import { judged, judgedLine, missesOf, type Table } from '../table.ts'

export const glare: Table = {
  title: 'Glare',
  checks: ['glare'],
  make(results) {
    const known = results.filter(({ sample }) => sample.glare !== undefined)
    const ours = known.map((result) => judged(result, 'glare', result.sample.glare!))
    const theirs = known.flatMap(({ sample, peer }) =>
      peer ? [{ score: peer.glareShare, flagged: peer.glareShare > 0.01, truth: sample.glare! }] : [],
    )
    const lines = [...judgedLine('glare', ours), ...judgedLine('HSV rule, more than 1 % marked', theirs)]
    return { lines, misses: missesOf(known, ours, 'glare') }
  },
}
