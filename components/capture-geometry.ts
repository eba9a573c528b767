import type { OutlinePoint } from '#lib/domain/region'

export interface Size {
  width: number
  height: number
}

/** How a picture is looked at, independent of the size of the screen. */
export interface CaptureView {
  /** 1 shows the whole picture, 2 twice as large. */
  zoom: number
  /** Degrees clockwise, 0 ≤ rotation < 360. */
  rotation: number
  /** Mirrored left to right before it is turned. */
  flipped: boolean
  /** The point of the upright picture, in fractions, that lies in the middle of the stage. */
  center: readonly [number, number]
}

/** `[a, b, c, d, e, f]` as in SVG and CSS: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number]

export const wholePicture: CaptureView = { zoom: 1, rotation: 0, flipped: false, center: [0.5, 0.5] }

/** Largest scale, in CSS pixels for one pixel of the picture: enough to count pixels. */
const maxScale = 8

/** CSS pixels for one picture pixel when the whole turned picture just fits the stage. */
export function fitScale(picture: Size, stage: Size, rotation: number): number {
  const { width, height } = turnedSize(picture, rotation)
  return Math.min(stage.width / width, stage.height / height)
}

/** CSS pixels for one picture pixel in this view. */
export function scaleOf(view: CaptureView, picture: Size, stage: Size): number {
  return fitScale(picture, stage, view.rotation) * view.zoom
}

/** Maps picture pixels to stage pixels; the same matrix places the picture and everything drawn on it. */
export function pictureMatrix(view: CaptureView, picture: Size, stage: Size): Matrix {
  const [a, b, c, d] = linearPart(view, scaleOf(view, picture, stage))
  const [x, y] = [view.center[0] * picture.width, view.center[1] * picture.height]
  return [a, b, c, d, stage.width / 2 - (a * x + c * y), stage.height / 2 - (b * x + d * y)]
}

/** Maps fractions of the upright picture (0..1) to stage pixels. */
export function fractionMatrix(view: CaptureView, picture: Size, stage: Size): Matrix {
  const [a, b, c, d, e, f] = pictureMatrix(view, picture, stage)
  return [a * picture.width, b * picture.width, c * picture.height, d * picture.height, e, f]
}

/** Applies a matrix to a point. */
export function project([x, y]: OutlinePoint, [a, b, c, d, e, f]: Matrix): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** The other way: the point that the matrix maps to this one. */
export function unproject([x, y]: OutlinePoint, [a, b, c, d, e, f]: Matrix): [number, number] {
  const determinant = a * d - b * c
  return [(d * (x - e) - c * (y - f)) / determinant, (a * (y - f) - b * (x - e)) / determinant]
}

/** Takes what was drawn through one matrix to where another puts it. */
export function matrixBetween(from: Matrix, to: Matrix): Matrix {
  const [a, b, c, d, e, f] = from
  const determinant = a * d - b * c
  const [ia, ib, ic, id] = [d / determinant, -b / determinant, -c / determinant, a / determinant]
  const [ta, tb, tc, td, te, tf] = to
  const [ma, mb, mc, md] = [ta * ia + tc * ib, tb * ia + td * ib, ta * ic + tc * id, tb * ic + td * id]
  return [ma, mb, mc, md, te - (ma * e + mc * f), tf - (mb * e + md * f)]
}

/** The view after zooming by `factor` with the point under `pointer` (stage pixels) staying where it is. */
export function zoomAt(
  view: CaptureView,
  picture: Size,
  stage: Size,
  factor: number,
  pointer: OutlinePoint = [stage.width / 2, stage.height / 2],
): CaptureView {
  const zoom = clamp(view.zoom * factor, 1, Math.max(maxScale, maxScale / fitScale(picture, stage, view.rotation)))
  const offset: OutlinePoint = [pointer[0] - stage.width / 2, pointer[1] - stage.height / 2]
  const fixed = toFraction(view, picture, stage, offset)
  const rest = toFraction({ ...view, zoom }, picture, stage, offset)
  const center = [view.center[0] + fixed[0] - rest[0], view.center[1] + fixed[1] - rest[1]] as const
  return keepInside({ ...view, zoom, center }, picture, stage)
}

/** The view after dragging the picture by stage pixels. */
export function panBy(view: CaptureView, picture: Size, stage: Size, dx: number, dy: number): CaptureView {
  const [x, y] = toFraction(view, picture, stage, [dx, dy])
  return keepInside({ ...view, center: [view.center[0] - x, view.center[1] - y] }, picture, stage)
}

/** The view after turning by any angle; the zoom stays, the middle stays in the middle. */
export function turn(view: CaptureView, picture: Size, stage: Size, degrees: number): CaptureView {
  return keepInside({ ...view, rotation: wholeTurn(view.rotation + degrees) }, picture, stage)
}

/** The view as in a mirror that stands upright beside the screen: what was at the left is at the right. */
export function flip(view: CaptureView, picture: Size, stage: Size): CaptureView {
  return keepInside({ ...view, flipped: !view.flipped, rotation: wholeTurn(-view.rotation) }, picture, stage)
}

/** Degrees clockwise that show the picture the same way up when it is not mirrored: what is kept of a view for others. */
export function keptRotation({ rotation, flipped }: Pick<CaptureView, 'rotation' | 'flipped'>): number {
  return wholeTurn(flipped ? -rotation : rotation)
}

/** The view that shows a box of the picture (fractions, left top right bottom) with room around it. */
export function zoomToBox(
  view: CaptureView,
  picture: Size,
  stage: Size,
  [left, top, right, bottom]: readonly [number, number, number, number],
): CaptureView {
  const size = { width: (right - left) * picture.width, height: (bottom - top) * picture.height }
  const box = turnedSize(size, view.rotation)
  const wanted = Math.min(stage.width / box.width, stage.height / box.height) / 2
  const zoom = clamp(wanted / fitScale(picture, stage, view.rotation), 1, 6)
  return keepInside({ ...view, zoom, center: [(left + right) / 2, (top + bottom) / 2] }, picture, stage)
}

/** The smallest upright box around a turned one. */
function turnedSize({ width, height }: Size, rotation: number): Size {
  const [cos, sin] = directionOf(rotation).map(Math.abs) as [number, number]
  return { width: cos * width + sin * height, height: sin * width + cos * height }
}

const quarterTurns: readonly [number, number][] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
]

/** Cosine and sine, exact at quarter turns. */
function directionOf(rotation: number): [cos: number, sin: number] {
  const quarters = rotation / 90
  if (Number.isInteger(quarters)) return quarterTurns[((quarters % 4) + 4) % 4]!
  const radians = (rotation * Math.PI) / 180
  return [Math.cos(radians), Math.sin(radians)]
}

function linearPart({ rotation, flipped }: CaptureView, scale: number): [a: number, b: number, c: number, d: number] {
  const [cos, sin] = directionOf(rotation).map((part) => part * scale) as [number, number]
  const side = flipped ? -1 : 1
  return [side * cos, side * sin, -sin, cos]
}

/** A distance in stage pixels as fractions of the upright picture. */
function toFraction(view: CaptureView, picture: Size, stage: Size, distance: OutlinePoint): [number, number] {
  const [x, y] = unproject(distance, [...linearPart(view, scaleOf(view, picture, stage)), 0, 0])
  return [x / picture.width, y / picture.height]
}

/**
 * Leaves no empty border on a side while the upright box around the turned picture is larger than the stage, and centres it
 * where it is smaller.
 */
function keepInside(view: CaptureView, picture: Size, stage: Size): CaptureView {
  const scale = scaleOf(view, picture, stage)
  const box = turnedSize(picture, view.rotation)
  const linear: Matrix = [...linearPart(view, scale), 0, 0]
  const fromMiddle: OutlinePoint = [(0.5 - view.center[0]) * picture.width, (0.5 - view.center[1]) * picture.height]
  const [x, y] = project(fromMiddle, linear)
  const [roomX, roomY] = [box.width * scale - stage.width, box.height * scale - stage.height].map(
    (overlap) => Math.max(0, overlap) / 2,
  ) as [number, number]
  const [keptX, keptY] = unproject([clamp(x, -roomX, roomX), clamp(y, -roomY, roomY)], linear)
  return { ...view, center: [0.5 - keptX / picture.width, 0.5 - keptY / picture.height] }
}

function wholeTurn(degrees: number): number {
  return ((degrees % 360) + 360) % 360
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
