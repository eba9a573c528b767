import { falseAlarmsOf, recallOf } from '../measures.ts'
import { judged, judgedLine, missesOf, type Result, type Table } from '../table.ts'

export const blur: Table = {
  title: 'Global blur',
  checks: ['sharpness'],
  make(results) {
    const known = results.filter(({ sample }) => sample.blurred !== undefined)
    const ours = known.map((result) => judged(result, 'sharpness', result.sample.blurred!))
    const lines = [
      ...judgedLine('sharpness', ours),
      ...judgedLine('OpenCV Laplacian variance < 100 at 1600 px', peerBelow(known, 'laplacian', 100)),
      ...judgedLine('mean Sobel magnitude (idswyft’s rule, re-made), at its best cut here', atBestCut(known)),
    ]
    return { lines, misses: missesOf(known, ours, 'blur') }
  },
}

function peerBelow(known: readonly Result[], measure: 'laplacian' | 'sobel', cut: number) {
  return known.flatMap(({ sample, peer }) =>
    peer ? [{ score: -peer[measure], flagged: peer[measure] < cut, truth: sample.blurred! }] : [],
  )
}

/** Its threshold is for pictures of another size; it gets the one that serves it best on these very pictures. */
function atBestCut(known: readonly Result[]) {
  const cuts = known.flatMap(({ peer }) => (peer ? [peer.sobel + 1e-6] : []))
  const worth = (cut: number) => {
    const items = peerBelow(known, 'sobel', cut)
    return recallOf(items) - falseAlarmsOf(items)
  }
  const best = cuts.reduce((kept, cut) => (worth(cut) > worth(kept) ? cut : kept), cuts[0] ?? 0)
  return peerBelow(known, 'sobel', best)
}
