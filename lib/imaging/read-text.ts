import type { DocumentOutline, MrzReading, Plane, TextReading, TextWord } from '#lib/domain/artifacts'
import { boundingBox, type Outline, type OutlinePoint, sidesOf } from '#lib/domain/region'
import { type Homography, mapPoint, rectify, type UnitBox, unitSquareTo } from '#lib/pixels/rectify'
import { shrinkPlane } from '#lib/pixels/shrink'
import { type TextLine, textLines } from '#lib/pixels/text-lines'
import { textFrame, turned, turnsToTry } from './text-frame.ts'
import { type ReadWord, readLine, startReader } from './text-reader.ts'

/** Lines are looked for on a picture of the document of this many pixels. */
const findingPx = 1_000_000
/** Height a letter is read at, and the widest line that is read whole. */
const letterPx = 30
const widestLinePx = 2400
/** More lines and letters than any document has; those with the fewest letters are left unread. */
const maxLines = 56
const maxLetters = 1200
/** As many lines again are worth reading where the first ones gave nothing. */
const maxDoubtfulLines = 20
/**
 * Processor time for the lines of one document, well above what real ones take: what only looks like print takes ten times as
 * long to make nothing of.
 */
const budgetMs = 3000
/** Lines read to see which way up the document is, how many letters surely read settle it, and how many are worth the next try. */
const probeLines = 8
const settledAt = 20
const betterBy = 1.5

/** The document straightened, one way up, with the lines found on it. Boxes of lines are in pixels of `width × height`. */
interface Page {
  luma: Plane
  map: Homography
  width: number
  height: number
  lines: TextLine[]
}

export interface TextInput {
  /** Upright, at least as fine as letters need. */
  luma: Plane
  documentOutline: DocumentOutline | null
  mrz: MrzReading | null
}

/**
 * Reads the print on the document, line by line: lines are found first, each is then cut from the picture, straightened, at the
 * height letters are read best at. Of the quarter turns the likely one is tried first. The machine-readable zone is left out.
 * Null where no line was found. Costs 0.5–1.5 s.
 */
export async function readText({ luma, documentOutline, mrz }: TextInput): Promise<TextReading | null> {
  const frame = textFrame(luma, documentOutline, mrz)
  await startReader()
  const until = processorMs() + budgetMs
  let best: { turns: number; page: Page; sure: number; read: Map<TextLine, ReadWord[]> } | null = null
  for (const turns of turnsToTry(luma, frame, mrz)) {
    const page = pageOf(luma, turned(frame, turns), mrz)
    const read = await readLines(page, longest(page.lines, probeLines), until)
    const sure = surenessOf([...read.values()].flat())
    if (!best || sure > betterBy * best.sure) best = { turns, page, sure, read }
    if (sure >= settledAt || processorMs() > until) break
  }
  if (!best || best.page.lines.length === 0) return null
  const count = best.sure >= settledAt ? maxLines : maxDoubtfulLines
  const rest = longest(best.page.lines, count).filter((line) => !best.read.has(line))
  const read = new Map([...best.read, ...(await readLines(best.page, rest, until))])
  return readingOf(best.page, read, best.turns)
}

function pageOf(luma: Plane, corners: Outline, mrz: MrzReading | null): Page {
  const map = unitSquareTo(corners)
  const [across, down] = sidesOf(corners, luma.width, luma.height)
  const scale = Math.sqrt(findingPx / (across * down))
  const [width, height] = [Math.round(across * scale), Math.round(down * scale)]
  const plane = rectify(scale < 0.5 ? shrinkPlane(luma, Math.floor(1 / scale)) : luma, map, [0, 0, 1, 1], width, height)
  const zone = mrz && boundingBox(mrz.places.flat())
  const lines = textLines(plane, { minHeight: 8, maxHeight: 64 }).filter(
    ({ left, top, right, bottom }) =>
      !zone || !isInside(zone, mapPoint(map, [(left + right) / 2 / width, (top + bottom) / 2 / height])),
  )
  return { luma, map, width, height, lines }
}

function isInside([left, top, right, bottom]: readonly number[], [x, y]: OutlinePoint): boolean {
  return x > left! && x < right! && y > top! && y < bottom!
}

function longest(lines: readonly TextLine[], count: number): TextLine[] {
  let left = maxLetters
  return [...lines]
    .sort((a, b) => b.letters - a.letters)
    .slice(0, count)
    .filter(({ letters }) => {
      left -= letters
      return left >= 0
    })
}

async function readLines(page: Page, lines: readonly TextLine[], until: number): Promise<Map<TextLine, ReadWord[]>> {
  const read = new Map<TextLine, ReadWord[]>()
  for (const line of lines) {
    if (processorMs() > until) break
    const box = boxAround(page, line)
    const words = await readLine(cutOut(page, line, box))
    read.set(
      line,
      words.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)),
    )
  }
  return read
}

/** Of all the process's threads, the reader's among them. */
function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The line with the room around it that readers of print want, in fractions of the document. */
function boxAround({ width, height }: Page, { left, top, right, bottom, letterHeight }: TextLine): UnitBox {
  const [aside, above] = [0.7 * letterHeight, 0.35 * letterHeight]
  return [(left - aside) / width, (top - above) / height, (right + 1 + aside) / width, (bottom + 1 + above) / height]
}

function cutOut(page: Page, line: TextLine, box: UnitBox): Plane {
  const { width, height } = cutOutSize(page, line, box)
  const cut = rectify(page.luma, page.map, box, width, height)
  return line.isLight ? { ...cut, data: cut.data.map((level) => 255 - level) } : cut
}

function cutOutSize(page: Page, { letterHeight }: TextLine, box: UnitBox): { width: number; height: number } {
  const [width, height] = [(box[2] - box[0]) * page.width, (box[3] - box[1]) * page.height]
  const scale = Math.min(letterPx / letterHeight, widestLinePx / width)
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

/** Letters in words that were read surely: print the wrong way up, and what is no print, gives hardly any. */
function surenessOf(words: readonly ReadWord[]): number {
  const sure = words.filter(
    ({ text, confidence }) => confidence > 0.7 && /^[\p{L}\p{N}][\p{L}\p{N}.,:/'-]{2,}$/u.test(text),
  )
  return sure.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0)
}

function readingOf(page: Page, read: Map<TextLine, ReadWord[]>, quarterTurns: number): TextReading {
  const words: TextWord[] = []
  const lines: number[][] = []
  for (const line of page.lines) {
    const found = read.get(line) ?? []
    if (found.length === 0) continue
    lines.push(found.map((_, i) => words.length + i))
    words.push(
      ...found.map((word) => ({ text: word.text, confidence: word.confidence, place: placeOf(page, line, word) })),
    )
  }
  return { words, lines, quarterTurns }
}

function placeOf(page: Page, line: TextLine, { left, top, right, bottom }: ReadWord): Outline {
  const box = boxAround(page, line)
  const size = cutOutSize(page, line, box)
  const corner = (x: number, y: number) =>
    mapPoint(page.map, [box[0] + (x / size.width) * (box[2] - box[0]), box[1] + (y / size.height) * (box[3] - box[1])])
  return [corner(left, top), corner(right, top), corner(right, bottom), corner(left, bottom)]
}
