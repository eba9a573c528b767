import type { MrzReading } from './artifacts.ts'
import type { MrzPlace } from './mrz-layout.ts'
import { clampPoint, type OutlinePoint, type Region } from './region.ts'

/** Where characters of a machine-readable zone stand on the capture; null for characters that were not read. */
export function mrzRegion(
  reading: Pick<MrzReading, 'lines' | 'places'>,
  place: MrzPlace,
  value: number | null = null,
): Region | null {
  const corners = reading.places[place.line]
  const length = reading.lines[place.line]?.length ?? 0
  if (!corners || place.start >= Math.min(place.end, length)) return null
  const [from, to] = [place.start / length, Math.min(place.end, length) / length]
  const [topLeft, topRight, bottomRight, bottomLeft] = corners
  const points = [
    between(topLeft, topRight, from),
    between(topLeft, topRight, to),
    between(bottomLeft, bottomRight, to),
    between(bottomLeft, bottomRight, from),
  ]
  return { points: points.map(clampPoint), value }
}

function between([x1, y1]: OutlinePoint, [x2, y2]: OutlinePoint, share: number): OutlinePoint {
  return [x1 + share * (x2 - x1), y1 + share * (y2 - y1)]
}
