import type { Plane } from '#lib/domain/artifacts'

/**
 * The level that `fraction` (0..1) of a square cell's masked pixels lie below; null where less than a third of the cell is inside
 * the mask (row-major, the plane's size) or the plane.
 */
export function cellLevel(
  { data, width, height }: Plane,
  mask: Uint8Array,
  left: number,
  top: number,
  size: number,
  fraction: number,
): number | null {
  const counts = new Uint16Array(256)
  const right = Math.min(width, left + size)
  let count = 0
  for (let y = top; y < Math.min(height, top + size); y++) {
    for (let at = y * width + left; at < y * width + right; at++) {
      if (!mask[at]) continue
      counts[data[at]!]!++
      count++
    }
  }
  if (count === 0 || count < (size * size) / 3) return null
  const wanted = Math.floor(count * fraction)
  let level = 0
  for (let below = counts[0]!; below <= wanted; below += counts[level]!) level++
  return level
}
