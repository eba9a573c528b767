import type { Size } from './capture-geometry.ts'

/** `[left, top, right, bottom]` in stage pixels. */
export type Box = readonly [number, number, number, number]

export interface Label {
  id: string
  text: string
  /** What it speaks of. */
  target: Box
}

export interface PlacedLabel {
  id: string
  text: string
  x: number
  y: number
  width: number
  height: number
}

/** Labels are set in a fixed-pitch face of 11 px, so their width follows from their length. */
const charWidth = 6.6
const padding = 6
const height = 20
const gap = 4

/**
 * Gives each label a place near its target where it covers no earlier label and stays on the stage: above, below, inside,
 * then further and further down. Labels that find no place are left out; put the important ones first.
 */
export function placeLabels(labels: readonly Label[], stage: Size): PlacedLabel[] {
  const placed: PlacedLabel[] = []
  for (const label of labels) {
    const width = label.text.length * charWidth + 2 * padding
    const spot = spots(label.target, width, stage).find(
      ([x, y]) => !placed.some((other) => overlaps(other, x, y, width)),
    )
    if (spot) placed.push({ id: label.id, text: label.text, x: spot[0], y: spot[1], width, height })
  }
  return placed
}

function spots([left, top, right, bottom]: Box, width: number, stage: Size): [number, number][] {
  if (right < 0 || bottom < 0 || left > stage.width || top > stage.height) return []
  const x = within(left, stage.width - width)
  const rows = [top - height - gap, bottom + gap, top + gap]
  for (let step = 1; step <= 6; step++)
    rows.push(bottom + gap + step * (height + gap), top - (step + 1) * (height + gap))
  return rows.map((y) => [x, within(y, stage.height - height)])
}

function within(value: number, high: number): number {
  return Math.max(gap, Math.min(high - gap, value))
}

function overlaps(other: PlacedLabel, x: number, y: number, width: number): boolean {
  return (
    x < other.x + other.width + 2 && other.x < x + width + 2 && y < other.y + height + 2 && other.y < y + height + 2
  )
}
