import type { Look } from '../look.ts'
import { eyeOffset } from './face.ts'

/** Where the light on a person comes from: a unit vector to the light (x right, y down, z to the viewer) and its softness. */
export interface PortraitLight {
  direction: readonly [x: number, y: number, z: number]
  /** Share of light that comes from everywhere, 0–1. */
  ambient: number
}

type Bump = readonly [x: number, y: number, radiusX: number, radiusY: number, height: number]

/** How much light each point gets: brightness about 1, row-major, `width × height`, over the given view in face units. */
export interface Shading {
  data: Float32Array
  width: number
  height: number
}

/** Heights and shading are worked out at this many points a unit; both are smooth. */
const perUnit = 1.5

/** Shades a surface `z(x, y)` in face units with the light, after darkening the hollows, over a view of the drawing. */
export function shadeSurface(
  surface: (x: number, y: number) => number,
  hollows: readonly Bump[],
  light: PortraitLight,
  view: { left: number; top: number; width: number; height: number },
): Shading {
  const width = Math.max(3, Math.round(view.width * perUnit))
  const height = Math.max(3, Math.round(view.height * perUnit))
  const stepX = view.width / width
  const stepY = view.height / height
  const heights = new Float32Array(width * height)
  const data = new Float32Array(width * height)
  const each = (visit: (at: number, column: number, row: number) => void) => {
    for (let row = 0, at = 0; row < height; row++)
      for (let column = 0; column < width; column++) visit(at++, column, row)
  }
  const xOf = (column: number) => view.left + (column + 0.5) * stepX
  const yOf = (row: number) => view.top + (row + 0.5) * stepY
  each((at, column, row) => {
    heights[at] = surface(xOf(column), yOf(row))
  })
  const [lightX, lightY, lightZ] = light.direction
  each((at, column, row) => {
    // At the border the neighbour is the point itself; the slope there is halved, outside what is looked at.
    const slopeX = (heights[column < width - 1 ? at + 1 : at]! - heights[column > 0 ? at - 1 : at]!) / (2 * stepX)
    const slopeY = (heights[row < height - 1 ? at + width : at]! - heights[row > 0 ? at - width : at]!) / (2 * stepY)
    const facing = (-slopeX * lightX - slopeY * lightY + lightZ) / Math.hypot(slopeX, slopeY, 1)
    data[at] = light.ambient + (1.12 - light.ambient) * Math.max(0, facing)
  })
  for (const hollow of hollows) {
    each((at, column, row) => {
      data[at] = data[at]! * (1 - gauss(hollow, xOf(column), yOf(row)))
    })
  }
  return { data, width, height }
}

function gauss([centreX, centreY, radiusX, radiusY, height]: Bump, x: number, y: number): number {
  const across = (x - centreX) / radiusX
  const down = (y - centreY) / radiusY
  const squared = across * across + down * down
  return squared > 9 ? 0 : height * Math.exp(-squared)
}

/** The same bump on both sides of the face, its distance from the middle times `factor`. */
const both = (factor: number, [away, ...rest]: Bump): Bump[] =>
  [-1, 1].map((side) => [50 + side * away * factor, ...rest])

/** Height of a head: a dome with nose, brow, cheeks, lips and chin on it. */
export function headSurface(look: Look): (x: number, y: number) => number {
  const eyes = eyeOffset(look) / 13.2
  const bumps: Bump[] = [
    [50, 64, 3.4, 11, 5],
    [50, 75.5, 5 * look.noseWidth, 5, 6.4],
    ...both(look.noseWidth, [5.2, 77, 2.8, 2.8, 2.6]),
    [50, 51, 22, 4.5, 1.8],
    ...both(eyes, [13, 60, 7, 4.4, -2.6]),
    ...both(eyes, [13, 60.4, 4.6, 3.2, 1.5]),
    ...both(look.faceWidth, [18, 73, 8, 8, 2.3]),
    [50, 88, 10, 4.6, 1.9],
    [50, 92.6, 7, 2.4, 1.1],
    [50, 96, 8, 1.9, -1.4],
    [50, 102, 8, 4.4, 2.3],
    ...both(1, [11.5, 84, 2.2, 6, -0.7 - look.age]),
  ]
  const halfWidth = 35 * look.faceWidth
  return (x, y) => {
    const across = (x - 50) / halfWidth
    const down = (y - 59) / 55
    const dome = 24 * Math.sqrt(Math.max(0.04, 1 - across * across - down * down))
    return bumps.reduce((height, bump) => height + gauss(bump, x, y), dome)
  }
}

/** Hollows of a face that get less light from the room: eye sockets, below nose and lips, temples. */
export function headHollows(look: Look): Bump[] {
  const eyes = eyeOffset(look) / 13.2
  return [
    ...both(eyes, [12.4, 58.4, 8.6, 4.6, 0.26]),
    ...both(eyes, [6.4, 61, 3, 4, 0.16]),
    [50, 81.6, 7, 2.4, 0.26],
    [50, 96, 8, 2, 0.14],
    ...both(look.faceWidth, [30, 74, 5, 18, 0.14]),
  ]
}

/** Height of neck and shoulders: a cylinder that runs out into two slopes. */
export function bodySurface(x: number, y: number): number {
  const across = (x - 50) / 19
  const neck = 14 * Math.sqrt(Math.max(0.1, 1 - across * across))
  const chest = 22 * Math.sqrt(Math.max(0.05, 1 - ((x - 50) / 62) ** 2))
  const share = 1 / (1 + Math.exp((118 - y) / 3))
  return neck * (1 - share) + chest * share
}

/** The chin's shadow on the neck, and the neck's in the collar. */
export const bodyHollows: readonly Bump[] = [
  [50, 106, 21, 11, 0.52],
  [50, 124, 24, 5, 0.12],
]
