import type { MrzReading, Plane } from '#lib/domain/artifacts'
import { decodeMrz, fitToFormat } from '#lib/domain/mrz-decode'
import type { MrzFormat } from '#lib/domain/mrz-format'
import type { Outline, OutlinePoint } from '#lib/domain/region'
import { refineCourse } from '#lib/pixels/line-course'
import { type LineCourse, lineStrip, stripHeight, turnedStrip } from '#lib/pixels/line-strip'
import { fitGrid, gridChances, shiftedGrid } from '#lib/pixels/mrz-grid'
import {
  characterAt,
  courseOf,
  formatsOf,
  type LineGroup,
  lineGroups,
  lineLengths,
  type RecognisedLine,
  recognisedLine,
} from '#lib/pixels/mrz-lines'
import { quarterTurned } from '#lib/pixels/quarter-turn'
import { textBands } from '#lib/pixels/text-bands'
import { loadRecogniser, recogniseStrip } from './mrz-recogniser.ts'

export interface MrzSource {
  /** Luma with the long side at most 1600 px. */
  luma: Plane
  /** Luma at the original's own pixels, asked for only where letters are too small in `luma`. */
  nativeLuma: () => Promise<Plane>
  /** Of the original, upright. */
  widthPx: number
}

/** Lines worth a glimpse and a full look, the most striking first. */
const maxGlimpses = 12
const maxLines = 7
/** The shortest line of an MRZ, and the longest with what may lie beside it, in letter heights. */
const minAspect = 20
const maxAspect = 85
/** What is looked at first, in letter heights; so many characters surely stand there, whatever their pitch. */
const glimpse = 11
const glimpseLength = 7
const minGlimpseFit = 1.2
/** Mean log odds above which a line is taken for one of an MRZ. */
const minFit = 1.6
/** So many groups of evenly set lines are held against the formats. */
const maxGroups = 4
/** Share by which letters must grow along a line to be looked at again. */
const minSkew = 0.06
/** Letters lower than this, in pixels, are read from the original if it has more. */
const enoughPx = 16
/** Above this a reading makes sense as it is; below the other, print is no MRZ however evenly it is set. */
const clearSense = -0.25
const minSense = -0.6
/** Above this no character is in doubt. */
const noDoubt = -0.015

/**
 * Finds and reads the machine-readable zone, whichever way up the document lies; null where there is none. Costs about 150 ms,
 * twice that where the original's own pixels are needed or nothing is found.
 */
export async function readMrz({ luma, nativeLuma, widthPx }: MrzSource): Promise<MrzReading | null> {
  await loadRecogniser()
  for (const turns of [0, 1]) {
    const plane = turns === 0 ? luma : quarterTurned(luma)
    const zone = findZone(plane)
    if (!zone) continue
    const toUpright = ([x, y]: OutlinePoint): OutlinePoint =>
      turns === 0 ? [x / plane.width, y / plane.height] : [y / plane.height, 1 - x / plane.width]
    const height = zone.lines.reduce((sum, { course }) => sum + course.height, 0) / zone.lines.length
    const zoom = widthPx / luma.width
    const closer = height < enoughPx && zoom > 1.2 ? await readCloser(await nativeLuma(), turns, plane, zone) : null
    const seen = closer ? withSecondLooks(closer.plane, closer.zone) : withSecondLooks(plane, zone)
    return readingOf(seen, (point) => toUpright(closer ? closer.toPlane(point) : point), height * zoom)
  }
  return null
}

/** Lines of an MRZ, with the format they make and what was seen at each of their places. */
interface Zone extends LineGroup {
  format: MrzFormat
  seen: Float32Array[]
  present: Float32Array[]
  /** Mean chance, as its logarithm, of the likeliest character that may stand in each place: 0 for clear print of this format. */
  sense: number
}

/** The lines that make most sense, upright or upside down; null where none make any. */
function findZone(plane: Plane): Zone | null {
  const lines: RecognisedLine[] = []
  let looked = 0
  for (const band of textBands(plane)) {
    if (looked === maxGlimpses || lines.length === maxLines) break
    const course = refineCourse(plane, band)
    const aspect = course ? (course.right - course.left) / course.height : 0
    if (!course || aspect < minAspect || aspect > maxAspect) continue
    looked++
    if (!looksEven(plane, course)) continue
    lines.push(look(plane, course, false))
    const zone = mostSensible(lines)
    if (zone && zone.sense > clearSense) return closerLook(plane, zone, false)
  }
  const upright = mostSensible(lines)
  const even = lineGroups(lines, minFit)[0]
  const turned = even && mostSensible(even.lines.map(({ course }) => look(plane, course, true)))
  const upsideDown = turned !== undefined && turned !== null && weightOf(turned) > (upright ? weightOf(upright) : 0)
  const zone = upsideDown ? turned : upright
  return zone && zone.sense > minSense ? closerLook(plane, zone, upsideDown) : null
}

/** Of the few groups that are set most evenly, the one that explains most: characters found, and such as its format has there. */
function mostSensible(lines: readonly RecognisedLine[]): Zone | null {
  const zones = lineGroups(lines, minFit).slice(0, maxGroups).map(zoneOf)
  return zones.reduce<Zone | null>((best, zone) => (best && weightOf(best) >= weightOf(zone) ? best : zone), null)
}

function weightOf({ fit, sense, length, lines }: Zone): number {
  return (fit + sense) * length * lines.length
}

/** Looks again where perspective makes letters grow along the line, with the strip widened against it. */
function closerLook(plane: Plane, zone: Zone, upsideDown: boolean): Zone {
  const lines = zone.lines.map((line) => {
    const course = courseOf(line, zone.length)
    const { bend, pitch, length } = line.grids.get(zone.length)!
    // Over the line the pitch grows by twice this share, and so, seen aslant, do letters by it.
    const skew = ((upsideDown ? -1 : 1) * bend * (length - 1)) / pitch
    return Math.abs(skew) < minSkew
      ? line
      : look(plane, { ...course, growth: skew / (course.right - course.left) }, upsideDown)
  })
  const again = mostSensible(lines)
  return again && again.length === zone.length && again.sense > zone.sense ? again : zone
}

function zoneOf(group: LineGroup): Zone {
  const { length } = group
  const zones = formatsOf(group).map((format) => {
    const settled = group.lines.map((line, at) => settle(line, length, format, at))
    const sense = settled.reduce((sum, { seen }, at) => sum + fitToFormat(format, at, seen.chances), 0)
    return {
      ...group,
      lines: settled.map(({ line }) => line),
      format,
      seen: settled.map(({ seen }) => seen.chances),
      present: settled.map(({ seen }) => seen.present),
      sense: sense / (length * group.lines.length),
    }
  })
  return zones.reduce((a, b) => (b.sense > a.sense ? b : a))
}

/** A quick look at the middle of a line: whether characters stand there at even distances, as they do upside down too. */
function looksEven(plane: Plane, course: LineCourse): boolean {
  const middle = (course.left + course.right) / 2
  const half = 0.5 * glimpse * course.height
  const strip = lineStrip(plane, { ...course, left: middle - half, right: middle + half }, stripHeight, 0)
  const grid = fitGrid(recogniseStrip(strip), glimpseLength)
  return grid !== null && grid.fit > minGlimpseFit
}

/** `length` where it is known already. */
function look(plane: Plane, course: LineCourse, upsideDown: boolean, length?: number): RecognisedLine {
  const cut = lineStrip(plane, course)
  const strip = upsideDown ? turnedStrip(cut) : cut
  return recognisedLine(course, strip, recogniseStrip(strip), length ? [length] : lineLengths)
}

/** The same lines read once more from the original's own pixels. */
async function readCloser(native: Plane, turns: number, small: Plane, zone: Zone) {
  const plane = turns === 0 ? native : quarterTurned(native)
  const scale = plane.width / small.width
  const [start, next] = [0, 1].map((k) => characterAt(zone.lines[0]!, zone.length, k)[0])
  const lines = zone.lines.map((line) => {
    const { left, right, middle, height, growth = 0 } = courseOf(line, zone.length)
    const [a, b, c] = middle
    const course = {
      left: left * scale,
      right: right * scale,
      middle: [a * scale, b, c / scale] as const,
      height: height * scale,
      growth: growth / scale,
    }
    return look(plane, refineCourse(plane, course) ?? course, next! < start!, zone.length)
  })
  const [group] = lineGroups(lines, minFit)
  const closer = group && zoneOf(group)
  return closer && closer.sense > zone.sense
    ? { plane, zone: closer, toPlane: ([x, y]: OutlinePoint): OutlinePoint => [x / scale, y / scale] }
    : null
}

/** Where a character is in doubt, the lines are cut out a little larger and smaller, and all that was seen is averaged. */
function withSecondLooks(plane: Plane, zone: Zone): Zone {
  const { length, format, lines } = zone
  if (zone.sense > noDoubt) return zone
  const upsideDown = characterAt(lines[0]!, length, 1)[0] < characterAt(lines[0]!, length, 0)[0]
  const seen = lines.map((line, at) => {
    const looks = [zone.seen[at]!]
    for (const scale of [0.92, 1.09]) {
      const course = { ...courseOf(line, length), growth: line.course.growth, height: line.course.height * scale }
      const other = look(plane, course, upsideDown, length)
      if ((other.grids.get(length)?.fit ?? 0) > minFit) looks.push(settle(other, length, format, at).seen.chances)
    }
    return zone.seen[at]!.map((_, i) => looks.reduce((sum, one) => sum + one[i]!, 0) / looks.length)
  })
  return { ...zone, seen }
}

function readingOf(zone: Zone, toUpright: (point: OutlinePoint) => OutlinePoint, letterHeightPx: number): MrzReading {
  const { format, length, seen, present } = zone
  const { lines, confidences } = decodeMrz(format, seen)
  return {
    format,
    lines,
    confidences: confidences.map((line, i) => line.map((sure, k) => round(sure * present[i]![k]!, 4))),
    places: zone.lines.map((line) => placeOf(line, length, toUpright)),
    letterHeightPx: round(letterHeightPx, 1),
  }
}

/**
 * The line with its grid as it fits, or one character further left or right where what stands there then fits the format better:
 * an edge of the document may look like an I.
 */
function settle(line: RecognisedLine, length: number, format: MrzFormat, at: number) {
  const grid = line.grids.get(length)!
  return [0, -1, 1]
    .map((shift) => {
      const moved = shift === 0 ? grid : shiftedGrid(line.columns, grid, shift)
      const seen = gridChances(line.columns, moved)
      const settled = { ...line, grids: new Map([[length, moved]]) }
      return { line: settled, seen, fit: moved.fit * length + fitToFormat(format, at, seen.chances) }
    })
    .reduce((a, b) => (b.fit > a.fit ? b : a))
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
