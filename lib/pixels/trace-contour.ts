import type { Component } from './connected-components.ts'

/** A corner of the cell grid: whole numbers from 0 to `width` and 0 to `height`. */
export type GridPoint = [x: number, y: number]

const steps = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const

/**
 * Outer border of one labelled component, walked clockwise along cell edges from its topmost cell, so that a single cell
 * gives its four corners. Holes are not reported.
 */
export function traceContour(labels: Int32Array, width: number, height: number, component: Component): GridPoint[] {
  const inside = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && labels[y * width + x] === component.label
  let x = component.left
  const startY = component.top
  while (!inside(x, startY)) x++
  const startX = x
  let y = startY
  let heading = 0
  const points: GridPoint[] = []
  do {
    points.push([x, y])
    ;[x, y] = [x + steps[heading]![0], y + steps[heading]![1]]
    heading = turn(inside, x, y, heading)
  } while (x !== startX || y !== startY || heading !== 0)
  return points
}

/** The next heading at a grid corner, keeping the component on the right hand; diagonal neighbours stay joined. */
function turn(inside: (x: number, y: number) => boolean, x: number, y: number, heading: number): number {
  const [aheadLeft, aheadRight] = aheadCells(x, y, heading)
  if (inside(...aheadLeft)) return (heading + 3) % 4
  if (inside(...aheadRight)) return heading
  return (heading + 1) % 4
}

function aheadCells(x: number, y: number, heading: number): [[number, number], [number, number]] {
  if (heading === 0)
    return [
      [x, y - 1],
      [x, y],
    ]
  if (heading === 1)
    return [
      [x, y],
      [x - 1, y],
    ]
  if (heading === 2)
    return [
      [x - 1, y],
      [x - 1, y - 1],
    ]
  return [
    [x - 1, y - 1],
    [x, y - 1],
  ]
}
