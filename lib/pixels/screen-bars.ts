import type { Plane } from '#lib/domain/artifacts'

export interface ScreenBars {
  /** Exact steps between two evenly coloured rows that run from edge to edge: where bars and separators of a screen end. */
  steps: number
  /** A bar at the very top that holds small signs with empty rows above and below them, as a status or title bar does. */
  topBar: boolean
  /** Share of rows that are of one colour from edge to edge, but for signs on them. */
  even: number
  /** The same without rows that are white or black, as scans' borders and films' bars are. */
  tinted: number
}

const samples = 240
/** Levels by which JPEG may change an even colour. */
const tolerance = 2

interface Row {
  /** The row's usual level where it reaches both edges; −1 where it has none. */
  level: number
  /** Share of the row at that level. */
  share: number
}

/** Looks for the bars of a screen's user interface in the original's own pixels. Below 10 ms. */
export function screenBars(plane: Plane): ScreenBars {
  const rows = Array.from({ length: plane.height }, (_, y) => rowOf(plane, y))
  const shareOf = (from: number, to: number) =>
    rows.filter(({ level }) => level >= from && level <= to).length / rows.length
  return { steps: stepsOf(rows), topBar: hasTopBar(rows), even: shareOf(0, 255), tinted: shareOf(5, 247) }
}

const counts = new Uint16Array(256)

function rowOf({ data, width }: Plane, y: number): Row {
  const step = Math.max(1, Math.floor(width / samples))
  const start = y * width
  counts.fill(0)
  let taken = 0
  for (let x = step >> 1; x < width; x += step, taken++) counts[data[start + x]!]!++
  let most = 0
  for (let level = 1; level < 256; level++) if (counts[level]! > counts[most]!) most = level
  let near = 0
  for (let level = Math.max(0, most - tolerance); level <= Math.min(255, most + tolerance); level++)
    near += counts[level]!
  const share = near / taken
  const edge = Math.max(1, width >> 8)
  const atEdges = isNear(data, start, edge, most) && isNear(data, start + width - edge, edge, most)
  // A drawn colour is exact but beside signs; a sensor's is spread by noise.
  const exact = counts[most]! / taken >= 0.45
  return exact && share >= 0.55 && atEdges ? { level: most, share } : { level: -1, share: 0 }
}

function isNear(data: Uint8Array, from: number, length: number, level: number): boolean {
  for (let at = from; at < from + length; at++) if (Math.abs(data[at]! - level) > tolerance + 1) return false
  return true
}

/** A step counts where both sides stay even for three rows and at most three rows, softened by a resize or a hairline, lie between. */
function stepsOf(rows: readonly Row[]): number {
  let steps = 0
  for (let y = 3; y + 4 < rows.length; y++) {
    const { level } = rows[y - 1]!
    if (level < 0 || !steady(rows, y - 3, level)) continue
    const next = [0, 1, 2, 3].find((n) => {
      const after = rows[y + n]?.level ?? -1
      return after >= 0 && Math.abs(after - level) >= 4 && steady(rows, y + n, after)
    })
    const hairline = isHairline(rows, y, level)
    if (next === undefined && !hairline) continue
    steps++
    y += 3
  }
  return steps
}

/** One or two rows, even but of another level, between even rows of the same. */
function isHairline(rows: readonly Row[], y: number, level: number): boolean {
  const line = rows[y]!
  if (line.level < 0 || line.share < 0.97 || Math.abs(line.level - level) < 4) return false
  return steady(rows, y + 1, level) || steady(rows, y + 2, level)
}

function steady(rows: readonly Row[], from: number, level: number): boolean {
  return [0, 1, 2].every(
    (n) => Math.abs((rows[from + n]?.level ?? -9) - level) <= tolerance && rows[from + n]!.share > 0.75,
  )
}

function hasTopBar(rows: readonly Row[]): boolean {
  const level = rows[0]!.level
  if (level < 0) return false
  const length = rows.findIndex((row) => Math.abs(row.level - level) > tolerance)
  const bar = rows.slice(0, length < 0 ? rows.length : length)
  const limit = rows.length * 0.08
  const first = bar.findIndex(({ share }) => share < 0.985)
  if (first < 2 || first > limit) return false
  const signs = bar.slice(first).findIndex((row, n) => row.share > 0.995 && (bar[first + n + 1]?.share ?? 0) > 0.995)
  return signs >= 5 && signs < limit
}
