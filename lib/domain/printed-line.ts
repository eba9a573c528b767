import type { TextReading, TextWord } from './artifacts.ts'
import { boundingBox, type Outline, type OutlinePoint } from './region.ts'

/** A line of print in the document's own upright frame: `box` as `[left, top, right, bottom]`, in any unit, the same for all lines. */
export interface PrintedLine {
  words: readonly TextWord[]
  text: string
  box: readonly [number, number, number, number]
}

/** The lines of a reading as they stand on the document once it is turned upright. */
export function printedLines({ words, lines, quarterTurns }: TextReading): PrintedLine[] {
  return lines.map((indices) => {
    const own = indices.map((index) => words[index]!)
    const corners = own.flatMap(({ place }) => place.map((point) => turnedBack(point, quarterTurns)))
    return { words: own, text: own.map(({ text }) => text).join(' '), box: boundingBox(corners) }
  })
}

function turnedBack([x, y]: OutlinePoint, quarterTurns: number): OutlinePoint {
  if (quarterTurns === 1) return [y, 1 - x]
  if (quarterTurns === 2) return [1 - x, 1 - y]
  return quarterTurns === 3 ? [1 - y, x] : [x, y]
}

/** Four corners round some words of one line: the outer corners of the first and the last. */
export function placeOfWords(words: readonly TextWord[]): Outline {
  const [first, last] = [words[0]!.place, words.at(-1)!.place]
  return [first[0], last[1], last[2], first[3]]
}

/** Upper-case letters without marks, and digits: what print is compared by. */
export function bareLetters(text: string): string {
  return text
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
}

/** The line that holds what a label announces: below it, or behind it on the same line. */
export function isAnnouncedBy(value: PrintedLine, label: PrintedLine): boolean {
  if (value === label) return false
  const [left, top, right, bottom] = value.box
  const [labelLeft, labelTop, labelRight, labelBottom] = label.box
  const tall = Math.max(bottom - top, labelBottom - labelTop)
  const middle = (top + bottom) / 2
  const isBeside = middle > labelTop - 0.3 * tall && middle < labelBottom + 0.3 * tall && left > labelRight - 0.5 * tall
  const isBelow = top > labelTop + 0.2 * tall && top - labelBottom < 1.3 * tall
  const sharesColumn = left < labelRight && right > labelLeft
  return (isBelow && sharesColumn) || (isBeside && left - labelRight < 8 * tall)
}

/** Letters and digits in words read with at least `sure` confidence (0..1), of all; null where there are none. */
export function shareReadSurely(lines: readonly PrintedLine[], sure: number): number | null {
  let all = 0
  let surely = 0
  for (const { text, confidence } of lines.flatMap(({ words }) => words)) {
    all += bareLetters(text).length
    if (confidence >= sure) surely += bareLetters(text).length
  }
  return all === 0 ? null : surely / all
}
