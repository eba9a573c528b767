import type { OutlinePoint } from '#lib/domain/region'
import { overlapOf } from '../measures.ts'
import type { Sample } from '../sample.ts'
import { meanLine, type Table } from '../table.ts'

export const outline: Table = {
  title: 'Document outline, IoU',
  checks: ['cropping'],
  make(results) {
    const known = results.filter(({ sample }) => sample.outline)
    const ours = known.map(({ sample, ours }) =>
      overlap(ours.cropping?.detail.outline as OutlinePoint[] | null, sample),
    )
    const theirs = known.flatMap(({ sample, peer }) => (peer ? [overlap(peer.outline, sample)] : []))
    // With two documents in the picture either may be meant: there the other one is no error of the outline.
    const alone = (cluttered: string) =>
      ours.filter(
        (_, i) => known[i]!.sample.labels.documents === '1' && known[i]!.sample.labels.cluttered === cluttered,
      )
    const lines = [
      ...meanLine('cropping', ours, [0.9, 0.95]),
      ...meanLine('cropping, one document on a plain table', alone('no'), [0.9, 0.95]),
      ...meanLine('cropping, one document on a cluttered table', alone('yes'), [0.9, 0.95]),
      ...meanLine('OpenCV contours', theirs, [0.9, 0.95]),
    ]
    const misses = known.flatMap(({ sample }, i) =>
      ours[i]! < 0.9 ? [{ sample, what: `outline IoU ${ours[i]!.toFixed(2)}` }] : [],
    )
    return { lines, misses }
  },
}

function overlap(outline: OutlinePoint[] | null | undefined, { outline: truth }: Sample): number {
  return outline ? overlapOf(outline, truth!) : 0
}
