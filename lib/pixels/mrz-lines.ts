import type { MrzFormat } from '#lib/domain/mrz-format'
import { mrzFormats, mrzShape } from '#lib/domain/mrz-format'
import type { LineCourse, LineStrip } from './line-strip.ts'
import { type ColumnChances, fitGrid, type Grid, gridColumn } from './mrz-grid.ts'

/** Line lengths of all formats. */
export const lineLengths = [30, 36, 44] as const

/** Pixels of a strip to a column of the recogniser's answer. */
export const columnPx = 4

/** A line of print as recognised, with the grid that fits it best for each length. */
export interface RecognisedLine {
  course: LineCourse
  strip: LineStrip
  columns: ColumnChances
  grids: Map<number, Grid>
}

/** Fits grids of these lengths. Costs about 3 ms for each. */
export function recognisedLine(
  course: LineCourse,
  strip: LineStrip,
  columns: ColumnChances,
  lengths: readonly number[],
): RecognisedLine {
  const grids = new Map<number, Grid>()
  for (const length of lengths) {
    const grid = fitGrid(columns, length)
    if (grid) grids.set(length, grid)
  }
  return { course, strip, columns, grids }
}

/** Centre of the k-th character in the plane, or of a place between characters. */
export function characterAt({ strip, grids }: RecognisedLine, length: number, k: number) {
  return strip.toPlane((gridColumn(grids.get(length)!, k) + 0.5) * columnPx, strip.height / 2)
}

export interface LineGroup {
  length: number
  lines: RecognisedLine[]
  /** Mean fit of its lines. */
  fit: number
}

/** Lines that stand under one another as those of an MRZ do, best first. */
export function lineGroups(lines: readonly RecognisedLine[], minFit: number): LineGroup[] {
  const groups: LineGroup[] = []
  for (const length of lineLengths) {
    const fitting = lines.filter(({ grids }) => (grids.get(length)?.fit ?? -4) >= minFit)
    for (const upper of fitting) {
      for (const lower of fitting) {
        if (!follows(upper, lower, length)) continue
        if (length !== 30) groups.push(groupOf(length, [upper, lower]))
        else
          for (const last of fitting)
            if (follows(lower, last, length)) groups.push(groupOf(length, [upper, lower, last]))
      }
    }
  }
  return groups.sort((a, b) => b.fit - a.fit)
}

function groupOf(length: number, lines: RecognisedLine[]): LineGroup {
  return { length, lines, fit: lines.reduce((sum, { grids }) => sum + grids.get(length)!.fit, 0) / lines.length }
}

/** True where `lower` begins and ends under `upper`, one line further down as the document stands. */
function follows(upper: RecognisedLine, lower: RecognisedLine, length: number): boolean {
  if (upper === lower) return false
  const [start, end, below, belowEnd] = [
    characterAt(upper, length, 0),
    characterAt(upper, length, length - 1),
    characterAt(lower, length, 0),
    characterAt(lower, length, length - 1),
  ]
  const [ux, uy] = [end[0] - start[0], end[1] - start[1]]
  const long = Math.hypot(ux, uy)
  const pitch = long / (length - 1)
  const along = ([x, y]: readonly [number, number]) => ((x - start[0]) * ux + (y - start[1]) * uy) / long
  const down = ([x, y]: readonly [number, number]) => ((y - start[1]) * ux - (x - start[0]) * uy) / long
  const gap = (down(below) + down(belowEnd)) / 2
  const height = Math.max(upper.course.height, lower.course.height)
  return (
    Math.abs(along(below)) < 1.6 * pitch &&
    Math.abs(along(belowEnd) - long) < 1.6 * pitch &&
    gap > 1.05 * height &&
    gap < 4.5 * height
  )
}

/** What a group may be by its shape. */
export function formatsOf({ length, lines }: LineGroup): MrzFormat[] {
  return mrzFormats.filter((format) => mrzShape[format].length === length && mrzShape[format].lines === lines.length)
}

/** The line's course with its ends where its characters end, for a second, closer look. */
export function courseOf(line: RecognisedLine, length: number): LineCourse {
  const [first] = characterAt(line, length, -0.5)
  const [last] = characterAt(line, length, length - 0.5)
  return { ...line.course, left: Math.min(first, last), right: Math.max(first, last) }
}
