import { judged, judgedLine, missesOf, type Table } from '../table.ts'

export const blur: Table = {
  title: 'Global blur',
  checks: ['sharpness'],
  make(results) {
    const known = results.filter(({ sample }) => sample.blurred !== undefined)
    const ours = known.map((result) => judged(result, 'sharpness', result.sample.blurred!))
    const theirs = known.flatMap(({ sample, peer }) =>
      peer ? [{ score: -peer.laplacian, flagged: peer.laplacian < 100, truth: sample.blurred! }] : [],
    )
    const lines = [
      ...judgedLine('sharpness', ours),
      ...judgedLine('OpenCV Laplacian variance < 100 at 1600 px', theirs),
    ]
    return { lines, misses: missesOf(known, ours, 'blur') }
  },
}
