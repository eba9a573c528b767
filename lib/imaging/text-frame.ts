import type { DocumentOutline, MrzReading, Plane } from '#lib/domain/artifacts'
import { type Outline, type OutlinePoint, sidesOf } from '#lib/domain/region'

const wholePicture: Outline = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
]
/** An outline this small, or of another shape than ID-1 (1.59) and ID-3 (1.42) seen at a slant, is a part of the document or none. */
const leastArea = 0.12
const shapes = { from: 1.3, to: 1.75 }

/** The four corners to read within: the document's, drawn out a little, or the whole picture where the outline can't be it. */
export function textFrame(luma: Plane, documentOutline: DocumentOutline | null, mrz: MrzReading | null): Outline {
  if (!documentOutline) return wholePicture
  const { outline } = documentOutline
  const [across, down] = sidesOf(outline, luma.width, luma.height)
  const shape = Math.max(across, down) / Math.min(across, down)
  const fits = (across * down) / (luma.width * luma.height) > leastArea && shape > shapes.from && shape < shapes.to
  const holdsMrz = mrz === null || mrz.places.flat().every((point) => isWithin(outline, point))
  return fits && holdsMrz ? drawnOut(outline, 1.03) : wholePicture
}

/** Quarter turns to try, the likeliest first; where the MRZ was read it says which. */
export function turnsToTry(luma: Plane, frame: Outline, mrz: MrzReading | null): number[] {
  if (mrz) return [turnsOf(luma, mrz.places[0]!)]
  const [across, down] = sidesOf(frame, luma.width, luma.height)
  // A document on its side stands higher than wide, but so do two sides of a card in one picture: upright is tried first.
  return down > across ? [0, 1, 3, 2] : [0, 2, 1, 3]
}

/** Quarter turns clockwise by which a line, given by its corners from where it begins, was turned. */
function turnsOf({ width, height }: Plane, [start, end]: Outline): number {
  const angle = Math.atan2((end[1] - start[1]) * height, (end[0] - start[0]) * width)
  return (Math.round(angle / (Math.PI / 2)) + 4) % 4
}

/** The corners as they are once the document stands upright. */
export function turned(frame: Outline, turns: number): Outline {
  return [0, 1, 2, 3].map((corner) => frame[(corner + turns) % 4]!) as unknown as Outline
}

/** Pixels along the document's longer side from which small print can be read. */
const fineEnoughPx = 1000

/** Whether the document has enough pixels in this plane, or its own original has to be decoded to read it. */
export function isFineEnough(luma: Plane, documentOutline: DocumentOutline | null): boolean {
  return Math.max(...sidesOf(textFrame(luma, documentOutline, null), luma.width, luma.height)) >= fineEnoughPx
}

function drawnOut(outline: Outline, factor: number): Outline {
  const [cx, cy] = [0, 1].map((axis) => outline.reduce((sum, corner) => sum + corner[axis]!, 0) / 4)
  return outline.map(([x, y]) => [cx! + factor * (x - cx!), cy! + factor * (y - cy!)]) as unknown as Outline
}

function isWithin(outline: Outline, [x, y]: OutlinePoint): boolean {
  return outline.every(([x1, y1], i) => {
    const [x2, y2] = outline[(i + 1) % 4]!
    return (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1) > -0.02 * Math.hypot(x2 - x1, y2 - y1)
  })
}
