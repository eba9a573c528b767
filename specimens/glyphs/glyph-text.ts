import { readFileSync } from 'node:fs'

export type Typeface = 'ocr-b' | 'sans' | 'sans-bold'

type Outlines = Record<string, [advance: number, path: string]>

const typefaces = new Map<Typeface, Outlines>()

function outlinesOf(typeface: Typeface): Outlines {
  let outlines = typefaces.get(typeface)
  if (!outlines) {
    outlines = JSON.parse(readFileSync(new URL(`${typeface}.json`, import.meta.url), 'utf8')) as Outlines
    typefaces.set(typeface, outlines)
  }
  return outlines
}

export interface TextPlace {
  x: number
  /** Baseline. */
  y: number
  /** Em, in the unit of the drawing. */
  size: number
  fill?: string
  opacity?: number
  anchor?: 'start' | 'middle' | 'end'
  /** Advance of every character, for fixed-pitch lines; in the unit of the drawing. */
  pitch?: number
  /** Added after every character, in ems. */
  tracking?: number
  /** Degrees, clockwise, about (x, y). */
  turn?: number
}

/** Text as SVG paths, so that it looks alike on a machine without fonts. Characters the outlines lack leave a gap. */
export function glyphText(typeface: Typeface, text: string, place: TextPlace): string {
  const { x, y, size, fill = '#1b1b24', opacity = 1, anchor = 'start', turn = 0 } = place
  const outlines = outlinesOf(typeface)
  const scale = size / 1000
  let pen = 0
  let glyphs = ''
  for (const character of text) {
    const [advance, path] = outlines[character] ?? [500, '']
    if (path !== '') glyphs += `<path transform="translate(${round(pen)})" d="${path}"/>`
    pen += place.pitch ? place.pitch / scale : advance + (place.tracking ?? 0) * 1000
  }
  const shift = anchor === 'start' ? 0 : anchor === 'middle' ? -pen / 2 : -pen
  const transform = `translate(${x} ${y}) rotate(${turn}) scale(${scale}) translate(${round(shift)})`
  return `<g transform="${transform}" fill="${fill}" fill-opacity="${opacity}">${glyphs}</g>`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
