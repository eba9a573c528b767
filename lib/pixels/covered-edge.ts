import type { Picture } from '#lib/domain/artifacts'
import type { Outline } from '#lib/domain/region'
import { polygonMask } from './polygon-mask.ts'
import { type Colour, colourDistance, type EdgePlace, medianColour, sideColours } from './side-colours.ts'

export interface CoverRules {
  /** Colours that differ by less than this are one thing, in levels. */
  sameThing: number
  /** By how much it has to differ from the document's own colour along that side, in levels. */
  strange: number
}

/** Something that lies over the document's edge. */
export interface Cover {
  /** Cells of the picture it covers on the document, row-major indices. */
  cells: number[]
  colour: Colour
  /** Its colour is one that skin has. Says nothing of lighter or darker skin: hue alone. */
  isSkin: boolean
}

/** Shortest stretch of a side that something wide enough to matter covers, and the longest that is not the table itself. */
const stretchShare = { least: 0.035, most: 0.7 }

/**
 * Things over the document's edge: where the edge is gone because the same colour lies on both sides of it, and that colour is
 * not the document's. No model of skin is needed, so no skin is favoured. Picture of about 400 px; about 3 ms.
 */
export function coversOfEdge(picture: Picture, outline: Outline, rules: CoverRules): Cover[] {
  const inside = polygonMask(outline, picture.width, picture.height)
  const taken = new Uint8Array(inside.length)
  return sideColours(picture, outline).flatMap((side) => {
    const paper = medianColour(side.flatMap(({ inner }) => (inner ? [inner[0]] : [])))
    return stretches(side, (place) => isCrossed(place, paper, rules)).flatMap((stretch) => {
      const colour = medianColour(stretch.flatMap(({ inner }) => inner ?? []))
      const cells = spread(picture, inside, taken, stretch, rules.sameThing)
      return cells.length === 0 ? [] : [{ cells, colour, isSkin: hasSkinHue(colour) }]
    })
  })
}

function isCrossed({ inner, outer }: EdgePlace, paper: Colour, { sameThing, strange }: CoverRules): boolean {
  if (!inner || !outer) return false
  return (
    colourDistance(inner[0], outer[0]) < sameThing &&
    colourDistance(inner[0], outer[1]) < 1.6 * sameThing &&
    colourDistance(inner[0], paper) > strange &&
    colourDistance(outer[0], paper) > strange
  )
}

/** Runs of places that are crossed, one in eight left out at most. */
function stretches(side: readonly EdgePlace[], isCrossedAt: (place: EdgePlace) => boolean): EdgePlace[][] {
  const found: EdgePlace[][] = []
  let run: EdgePlace[] = []
  let missed = 0
  const close = () => {
    const share = run.length / side.length
    if (share >= stretchShare.least && share <= stretchShare.most) found.push(run)
    run = []
    missed = 0
  }
  for (const place of side) {
    if (isCrossedAt(place)) {
      run.push(place)
      missed = 0
    } else if (run.length > 0 && ++missed > 1 + run.length / 8) close()
  }
  close()
  return found
}

/** Grows from the stretch inwards over whatever keeps its colour from pixel to pixel and does not drift far from it. */
function spread(
  { data, width, height }: Picture,
  inside: Uint8Array,
  taken: Uint8Array,
  stretch: readonly EdgePlace[],
  sameThing: number,
): number[] {
  const seeds = stretch.flatMap(({ inner }) => inner ?? [])
  const middle = medianColour(seeds)
  const colourAt = (i: number): Colour => [data[i * 3]!, data[i * 3 + 1]!, data[i * 3 + 2]!]
  const cells: number[] = []
  const stack = stretch.map(({ at: [x, y] }) => Math.floor(y * height) * width + Math.floor(x * width))
  while (stack.length > 0) {
    const i = stack.pop()!
    if (taken[i] || !inside[i]) continue
    taken[i] = 1
    cells.push(i)
    const x = i % width
    for (const next of [x > 0 ? i - 1 : i, x < width - 1 ? i + 1 : i, i - width, i + width]) {
      if (next < 0 || next >= inside.length || taken[next] || !inside[next]) continue
      const colour = colourAt(next)
      if (colourDistance(colour, colourAt(i)) < sameThing && shadeless(colour, middle) < sameThing) stack.push(next)
    }
  }
  return cells
}

/** Distance of two colours with the difference in brightness counted a third: a thing has a lit and a dark side. */
function shadeless(a: Colour, b: Colour): number {
  const differences = a.map((value, c) => value - b[c]!)
  const grey = (differences[0]! + differences[1]! + differences[2]!) / 3
  return Math.hypot(...differences.map((value) => value - grey), grey * 0.58)
}

/** Cb 77–127 and Cr 133–173 (Chai & Ngan 1999), the range in which skin of all tones lies. */
function hasSkinHue([red, green, blue]: Colour): boolean {
  const cb = 128 - 0.1687 * red - 0.3313 * green + 0.5 * blue
  const cr = 128 + 0.5 * red - 0.4187 * green - 0.0813 * blue
  return cb >= 77 && cb <= 127 && cr >= 133 && cr <= 173
}
