import type { Outline } from '#lib/domain/region'
import type { Random } from '../random.ts'

/** A projective map of the plane, row by row. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number]

/** How a document lies before the camera. */
export interface DocumentView {
  /** From millimetres on the document to pixels of the picture, and back. */
  toPicture: Homography
  toDocument: Homography
  /** Size of the document in millimetres. */
  width: number
  height: number
}

export function project(map: Homography, x: number, y: number): [number, number] {
  const depth = map[6] * x + map[7] * y + map[8]
  return [(map[0] * x + map[1] * y + map[2]) / depth, (map[3] * x + map[4] * y + map[5]) / depth]
}

/** The four corners in fractions of the picture, clockwise from the document's top left. */
export function outlineOf(view: DocumentView, widthPx: number, heightPx: number): Outline {
  const { toPicture, width, height } = view
  const corner = (x: number, y: number): [number, number] => {
    const [u, v] = project(toPicture, x, y)
    return [u / widthPx, v / heightPx]
  }
  return [corner(0, 0), corner(width, 0), corner(width, height), corner(0, height)]
}

/**
 * Holds a camera over the document as a person would: 62–84 % of the picture filled, a few degrees askew and off square.
 * `cut` of 0–1 slides up to a quarter of the document out of one side or corner of the picture.
 */
export function aimCamera(
  random: Random,
  document: { width: number; height: number },
  widthPx: number,
  heightPx: number,
  cut = 0,
): DocumentView {
  const { width, height } = document
  const fill = random.between(0.66, 0.84)
  const lean = () => Math.max(-0.24, Math.min(0.24, random.normal() * 0.1))
  const [roll, tilt, pan] = [lean() * 0.7, lean(), lean()]
  const drift = () => random.between(-0.5, 0.5) * (1 - fill) * 0.6
  let centre: [number, number] = [widthPx * (0.5 + drift()), heightPx * (0.5 + drift())]
  const pxPerMm = fill * Math.min(widthPx / width, heightPx / height)
  if (cut > 0) centre = slideOut(random, centre, cut, width * pxPerMm, height * pxPerMm, widthPx, heightPx)
  return viewFrom(document, { fill, roll, tilt, pan, centre }, widthPx, heightPx)
}

/** Where the camera is held over the document. */
export interface CameraPose {
  /** Share of the picture's width or height, whichever is fuller, that the document would take seen squarely. */
  fill: number
  /** Radians. */
  roll: number
  tilt: number
  pan: number
  /** Where the document's middle comes to lie, in pixels. */
  centre: readonly [number, number]
}

/** What a phone's main camera sees from there: a 26 mm lens on 36 mm film. */
export function viewFrom(
  { width, height }: { width: number; height: number },
  { fill, roll, tilt, pan, centre }: CameraPose,
  widthPx: number,
  heightPx: number,
): DocumentView {
  const focal = 0.72 * Math.max(widthPx, heightPx)
  const distance = focal / (fill * Math.min(widthPx / width, heightPx / height))
  const turned = rotation(roll, tilt, pan)
  const toPicture = multiply(
    [focal, 0, centre[0], 0, focal, centre[1], 0, 0, 1],
    multiply(
      [turned[0], turned[1], 0, turned[2], turned[3], 0, turned[4], turned[5], distance],
      [1, 0, -width / 2, 0, 1, -height / 2, 0, 0, 1],
    ),
  )
  return { toPicture, toDocument: invert(toPicture), width, height }
}

/** First two columns of the rotation by roll, tilt and pan in radians, row by row. */
function rotation(roll: number, tilt: number, pan: number): [number, number, number, number, number, number] {
  const [cosRoll, sinRoll, cosTilt, sinTilt, cosPan, sinPan] = [roll, tilt, pan].flatMap((angle) => [
    Math.cos(angle),
    Math.sin(angle),
  ])
  return [
    cosPan! * cosRoll!,
    -cosPan! * sinRoll!,
    cosTilt! * sinRoll! + sinTilt! * sinPan! * cosRoll!,
    cosTilt! * cosRoll! - sinTilt! * sinPan! * sinRoll!,
    sinTilt! * sinRoll! - cosTilt! * sinPan! * cosRoll!,
    sinTilt! * cosRoll! + cosTilt! * sinPan! * sinRoll!,
  ]
}

/** Moves the document's centre so that `0.06 + 0.2 × cut` of it lies outside one side, or outside two at a corner. */
function slideOut(
  random: Random,
  [x, y]: [number, number],
  cut: number,
  documentWidth: number,
  documentHeight: number,
  widthPx: number,
  heightPx: number,
): [number, number] {
  const outside = 0.06 + 0.2 * cut
  const sides = random.pick(['left', 'right', 'top', 'bottom', 'corner', 'corner'] as const)
  const horizontal = random.chance(0.5) ? (0.5 - outside) * documentWidth : widthPx - (0.5 - outside) * documentWidth
  const vertical = random.chance(0.5) ? (0.5 - outside) * documentHeight : heightPx - (0.5 - outside) * documentHeight
  if (sides === 'corner') return [horizontal, vertical]
  if (sides === 'left') return [(0.5 - outside) * documentWidth, y]
  if (sides === 'right') return [widthPx - (0.5 - outside) * documentWidth, y]
  return [x, sides === 'top' ? (0.5 - outside) * documentHeight : heightPx - (0.5 - outside) * documentHeight]
}

function multiply(a: Homography, b: Homography): Homography {
  const cell = (row: number, column: number) =>
    a[row * 3]! * b[column]! + a[row * 3 + 1]! * b[column + 3]! + a[row * 3 + 2]! * b[column + 6]!
  return [cell(0, 0), cell(0, 1), cell(0, 2), cell(1, 0), cell(1, 1), cell(1, 2), cell(2, 0), cell(2, 1), cell(2, 2)]
}

function invert([a, b, c, d, e, f, g, h, i]: Homography): Homography {
  const scale = 1 / (a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g))
  return [
    (e * i - f * h) * scale,
    (c * h - b * i) * scale,
    (b * f - c * e) * scale,
    (f * g - d * i) * scale,
    (a * i - c * g) * scale,
    (c * d - a * f) * scale,
    (d * h - e * g) * scale,
    (b * g - a * h) * scale,
    (a * e - b * d) * scale,
  ]
}
