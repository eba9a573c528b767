import { glyphText } from '../glyphs/glyph-text.ts'

/** A labelled field as on identity documents: a small label with its value below; millimetres, `y` is the label's baseline. */
export function field(label: string, value: string, x: number, y: number, valueSize = 3): string {
  return (
    glyphText('sans', label, { x, y, size: 1.75, fill: '#3a4a6b' }) +
    glyphText('sans-bold', value, { x, y: y + valueSize * 1.07, size: valueSize, fill: '#17171d' })
  )
}

/** The lines of a machine-readable zone in OCR-B of size 1: ten characters an inch (ICAO Doc 9303-3, 4.3). */
export function mrzLines(lines: readonly string[], x: number, firstBaseline: number, lineSpacing: number): string {
  return lines
    .map((line, row) =>
      glyphText('ocr-b', line, { x, y: firstBaseline + row * lineSpacing, size: 3.51, pitch: 2.54, fill: '#131316' }),
    )
    .join('')
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']

/** `YYYY-MM-DD` as documents print it: `05 MAR 1990`. */
export function printedDate(isoDate: string): string {
  const [year, month, day] = isoDate.split('-')
  return `${day} ${months[Number(month) - 1]} ${year}`
}

/** The word SPECIMEN across a document, pale enough to read the fields through. */
export function specimenMark(x: number, y: number, size: number, turn: number): string {
  return glyphText('sans-bold', 'SPECIMEN', {
    x,
    y,
    size,
    turn,
    fill: '#b3262e',
    opacity: 0.16,
    anchor: 'middle',
    tracking: 0.06,
  })
}
