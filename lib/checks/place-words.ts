import { boundingBox, type OutlinePoint, type Region } from '#lib/domain/region'

/**
 * Says where regions lie, as "the lower right", within a frame (the document's outline, or the whole picture); "all over" when
 * they span most of it.
 */
export function placeInWords(regions: readonly Region[], frame: readonly OutlinePoint[] | null): string {
  const points = regions.flatMap((region) => region.points)
  if (points.length === 0) return ''
  const [left, top, right, bottom] = frame ? boundingBox(frame) : [0, 0, 1, 1]
  const [x1, y1, x2, y2] = boundingBox(points)
  const across = wordFor((x1 - left) / (right - left), (x2 - left) / (right - left), 'left', 'right')
  const down = wordFor((y1 - top) / (bottom - top), (y2 - top) / (bottom - top), 'upper', 'lower')
  if (across === 'all' && down === 'all') return 'all over'
  if (across === 'all') return down === 'middle' ? 'across the middle' : `the ${down} part`
  if (down === 'all') return across === 'middle' ? 'down the middle' : `the ${across} side`
  if (across === 'middle' && down === 'middle') return 'the middle'
  return `the ${down} ${across}`
}

function wordFor(from: number, to: number, low: string, high: string): string {
  if (to - from > 0.75) return 'all'
  const centre = (from + to) / 2
  return centre < 0.4 ? low : centre > 0.6 ? high : 'middle'
}
