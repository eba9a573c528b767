import type { OutlinePoint } from '#lib/domain/region'

export interface Size {
  width: number
  height: number
}

/** Degrees clockwise. */
export type Rotation = 0 | 90 | 180 | 270

/** How a picture is looked at, independent of the size of the screen. */
export interface CaptureView {
  /** 1 shows the whole picture, 2 twice as large. */
  zoom: number
  rotation: Rotation
  /** The point of the upright picture, in fractions, that lies in the middle of the stage. */
  center: readonly [number, number]
}

/** `[a, b, c, d, e, f]` as in SVG and CSS: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number]

export const wholePicture: CaptureView = { zoom: 1, rotation: 0, center: [0.5, 0.5] }

/** Largest scale, in CSS pixels for one pixel of the picture: enough to count pixels. */
const maxScale = 8
const cosine: Record<Rotation, number> = { 0: 1, 90: 0, 180: -1, 270: 0 }
const sine: Record<Rotation, number> = { 0: 0, 90: 1, 180: 0, 270: -1 }

/** CSS pixels for one picture pixel when the whole turned picture just fits the stage. */
export function fitScale(picture: Size, stage: Size, rotation: Rotation): number {
  const { width, height } = turned(picture, rotation)
  return Math.min(stage.width / width, stage.height / height)
}

/** CSS pixels for one picture pixel in this view. */
export function scaleOf(view: CaptureView, picture: Size, stage: Size): number {
  return fitScale(picture, stage, view.rotation) * view.zoom
}

/** Maps picture pixels to stage pixels; the same matrix places the picture and everything drawn on it. */
export function pictureMatrix(view: CaptureView, picture: Size, stage: Size): Matrix {
  const scale = scaleOf(view, picture, stage)
  const [a, b] = [cosine[view.rotation] * scale, sine[view.rotation] * scale]
  const [x, y] = [view.center[0] * picture.width, view.center[1] * picture.height]
  return [a, b, -b, a, stage.width / 2 - (a * x - b * y), stage.height / 2 - (b * x + a * y)]
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

/** The view after a quarter turn; the zoom stays, the middle stays in the middle. */
export function turn(view: CaptureView, picture: Size, stage: Size, degrees: 90 | -90): CaptureView {
  const rotation = ((view.rotation + degrees + 360) % 360) as Rotation
  return keepInside({ ...view, rotation }, picture, stage)
}

/** The view that shows a box of the picture (fractions, left top right bottom) with room around it. */
export function zoomToBox(
  view: CaptureView,
  picture: Size,
  stage: Size,
  [left, top, right, bottom]: readonly [number, number, number, number],
): CaptureView {
  const box = turned({ width: (right - left) * picture.width, height: (bottom - top) * picture.height }, view.rotation)
  const wanted = Math.min(stage.width / box.width, stage.height / box.height) / 2
  const zoom = clamp(wanted / fitScale(picture, stage, view.rotation), 1, 6)
  return keepInside({ ...view, zoom, center: [(left + right) / 2, (top + bottom) / 2] }, picture, stage)
}

function turned({ width, height }: Size, rotation: Rotation): Size {
  return rotation % 180 === 0 ? { width, height } : { width: height, height: width }
}

/** A distance in stage pixels as fractions of the upright picture. */
function toFraction(view: CaptureView, picture: Size, stage: Size, [dx, dy]: OutlinePoint): [number, number] {
  const scale = scaleOf(view, picture, stage)
  const [cos, sin] = [cosine[view.rotation], sine[view.rotation]]
  return [(cos * dx + sin * dy) / scale / picture.width, (cos * dy - sin * dx) / scale / picture.height]
}

/** Leaves no empty border on a side while the picture is larger than the stage, and centres it where it is smaller. */
function keepInside(view: CaptureView, picture: Size, stage: Size): CaptureView {
  const scale = scaleOf(view, picture, stage)
  const seen = turned(stage, view.rotation)
  const axis = (center: number, seenPx: number, lengthPx: number): number => {
    const half = seenPx / scale / lengthPx / 2
    return half >= 0.5 ? 0.5 : clamp(center, half, 1 - half)
  }
  const center = [
    axis(view.center[0], seen.width, picture.width),
    axis(view.center[1], seen.height, picture.height),
  ] as const
  return { ...view, center }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
