import type { Point } from '#lib/domain/region'
import type { Random } from '../random.ts'

/** The document or head in the picture, as far as spoiling needs to know where it is. */
export interface Subject {
  /** Pixels of the picture for a place in fractions of the subject itself. */
  toPicture(x: number, y: number): [number, number]
  /** Width of the subject in pixels, about. */
  widthPx: number
  heightPx: number
  /** Whether the subject is seen at this place, in fractions of the picture: 0–1. */
  cover(x: number, y: number): number
}

/** A soft-edged patch on the subject: 1 inside, 0 outside, 0.5 on its outline; takes fractions of the picture. */
export function softPatch(
  random: Random,
  subject: Subject,
  widthPx: number,
  heightPx: number,
  at: Point | undefined,
): (x: number, y: number) => number {
  const [centreX, centreY] = subject.toPicture(at?.[0] ?? random.between(0.2, 0.8), at?.[1] ?? random.between(0.2, 0.8))
  const radiusX = subject.widthPx * random.between(0.2, 0.34)
  const radiusY = subject.widthPx * random.between(0.16, 0.26)
  const turn = random.between(0, Math.PI)
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  return (x, y) => {
    const right = x * widthPx - centreX
    const down = y * heightPx - centreY
    const distance = Math.hypot((right * cos + down * sin) / radiusX, (down * cos - right * sin) / radiusY)
    return 1 - smoothStep(0.85, 1.15, distance)
  }
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function smoothStep(from: number, to: number, value: number): number {
  const share = Math.max(0, Math.min(1, (value - from) / (to - from)))
  return share * share * (3 - 2 * share)
}
