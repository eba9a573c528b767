import type { MrzReading, Plane } from '#lib/domain/artifacts'
import { mrzAlphabet } from '#lib/domain/mrz-alphabet'
import { decodeMrz } from '#lib/domain/mrz-decode'
import type { Outline, OutlinePoint } from '#lib/domain/region'
import { refineCourse } from '#lib/pixels/line-course'
import { type LineCourse, lineStrip, stripHeight, turnedStrip } from '#lib/pixels/line-strip'
import { fitGrid, gridChances } from '#lib/pixels/mrz-grid'
import {
  bestFit,
  characterAt,
  courseOf,
  formatOf,
  type LineGroup,
  lineGroups,
  type RecognisedLine,
  recognisedLine,
} from '#lib/pixels/mrz-lines'
import { quarterTurned } from '#lib/pixels/quarter-turn'
import { textBands } from '#lib/pixels/text-bands'
import { recogniseStrip } from './mrz-recogniser.ts'

export interface MrzSource {
  /** Luma with the long side at most 1600 px. */
  luma: Plane
  /** Luma at the original's own pixels, asked for only where letters are too small in `luma`. */
  nativeLuma: () => Promise<Plane>
  /** Of the original, upright. */
  widthPx: number
}

/** Lines worth a look, the most striking first. */
const maxLines = 10
/** The shortest line of an MRZ, in letter heights. */
const minAspect = 20
/** What is looked at first, in letter heights; so many characters surely stand there, whatever their pitch. */
const glimpse = 11
const glimpseLength = 7
const minGlimpseFit = 1.2
/** Mean log odds above which a line is taken for one of an MRZ. */
const minFit = 1.6
const goodFit = 3
/** Letters lower than this, in pixels, are read from the original if it has more. */
const enoughPx = 16

/**
 * Finds and reads the machine-readable zone, whichever way up the document lies; null where there is none. Costs about 150 ms,
 * twice that where the original's own pixels are needed or nothing is found.
 */
export async function readMrz({ luma, nativeLuma, widthPx }: MrzSource): Promise<MrzReading | null> {
  for (const turns of [0, 1]) {
    const plane = turns === 0 ? luma : quarterTurned(luma)
    const group = findGroup(plane)
    if (!group) continue
    const toUpright = ([x, y]: OutlinePoint): OutlinePoint =>
      turns === 0 ? [x / plane.width, y / plane.height] : [y / plane.height, 1 - x / plane.width]
    const height = group.lines.reduce((sum, { course }) => sum + course.height, 0) / group.lines.length
    const zoom = widthPx / luma.width
    if (height < enoughPx && zoom > 1.2) {
      const native = turns === 0 ? await nativeLuma() : quarterTurned(await nativeLuma())
      const closer = readCloser(native, group, native.width / plane.width)
      if (closer) {
        const scale = native.width / plane.width
        return readingOf(closer, ([x, y]) => toUpright([x / scale, y / scale]), height * zoom)
      }
    }
    return readingOf(group, toUpright, height * zoom)
  }
  return null
}

function findGroup(plane: Plane): LineGroup | null {
  const upright: RecognisedLine[] = []
  const turned: RecognisedLine[] = []
  let looked = 0
  for (const band of textBands(plane)) {
    if (looked === maxLines) break
    const course = refineCourse(plane, band)
    if (!course || (course.right - course.left) / course.height < minAspect) continue
    looked++
    if (!looksEven(plane, course)) continue
    const line = look(plane, course, false)
    upright.push(line)
    if (bestFit(line) < goodFit) turned.push(look(plane, course, true))
    const sure = [...lineGroups(upright, minFit), ...lineGroups(turned, minFit)].find(({ fit }) => fit > goodFit + 0.5)
    if (sure) return sure
  }
  const groups = [...lineGroups(upright, minFit), ...lineGroups(turned, minFit)].sort((a, b) => b.fit - a.fit)
  return groups[0] ?? null
}

/** A quick look at the middle of a line: whether characters stand there at even distances, as they do upside down too. */
function looksEven(plane: Plane, course: LineCourse): boolean {
  const middle = (course.left + course.right) / 2
  const half = 0.5 * glimpse * course.height
  const strip = lineStrip(plane, { ...course, left: middle - half, right: middle + half }, stripHeight, 0)
  const grid = fitGrid(recogniseStrip(strip), glimpseLength)
  return grid !== null && grid.fit > minGlimpseFit
}

function look(plane: Plane, course: LineCourse, upsideDown: boolean): RecognisedLine {
  const cut = lineStrip(plane, course)
  const strip = upsideDown ? turnedStrip(cut) : cut
  return recognisedLine(course, strip, recogniseStrip(strip))
}

/** The same lines read once more in a plane of more pixels. */
function readCloser(plane: Plane, group: LineGroup, scale: number): LineGroup | null {
  const upsideDown = characterAt(group.lines[0]!, group.length, 1)[0] < characterAt(group.lines[0]!, group.length, 0)[0]
  const lines = group.lines.map((line) => {
    const { left, right, middle, height } = courseOf(line, group.length)
    const [a, b, c] = middle
    const course = {
      left: left * scale,
      right: right * scale,
      middle: [a * scale, b, c / scale] as const,
      height: height * scale,
    }
    return look(plane, refineCourse(plane, course) ?? course, upsideDown)
  })
  return lineGroups(lines, minFit).find(({ length }) => length === group.length) ?? null
}

function readingOf(
  group: LineGroup,
  toUpright: (point: OutlinePoint) => OutlinePoint,
  letterHeightPx: number,
): MrzReading {
  const { length, lines } = group
  const seen = lines.map((line) => gridChances(line.columns, line.grids.get(length)!))
  const [v, other] = ['V', 'PIAC'].map((few) =>
    Math.max(...[...few].map((one) => seen[0]!.chances[mrzAlphabet.indexOf(one)]!)),
  )
  const format = formatOf(group, v! > other!)
  const { lines: text, confidences } = decodeMrz(
    format,
    seen.map(({ chances }) => chances),
  )
  return {
    format,
    lines: text,
    confidences: confidences.map((line, i) => line.map((sure, k) => round(sure * seen[i]!.present[k]!, 4))),
    places: lines.map((line) => placeOf(line, length, toUpright)),
    letterHeightPx: round(letterHeightPx, 1),
  }
}

/** Corners around the letters, the first where the line begins. */
function placeOf(
  { strip, grids, course }: RecognisedLine,
  length: number,
  toUpright: (point: OutlinePoint) => OutlinePoint,
): Outline {
  const line = { strip, grids, course } as RecognisedLine
  const [start, end] = [characterAt(line, length, -0.5), characterAt(line, length, length - 0.5)]
  const long = Math.hypot(end[0] - start[0], end[1] - start[1])
  const [nx, ny] = [
    (-(end[1] - start[1]) / long) * 0.6 * course.height,
    ((end[0] - start[0]) / long) * 0.6 * course.height,
  ]
  const corner = ([x, y]: OutlinePoint, side: 1 | -1): OutlinePoint => {
    const [u, v] = toUpright([x + side * nx, y + side * ny])
    return [round(u, 5), round(v, 5)]
  }
  return [corner(start, -1), corner(end, -1), corner(end, 1), corner(start, 1)]
}

function round(value: number, places: number): number {
  return Math.round(value * 10 ** places) / 10 ** places
}
