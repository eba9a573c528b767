/** Four corners in pixels, in order round the quad (either way). */
export type Quad = [QuadPoint, QuadPoint, QuadPoint, QuadPoint]
export type QuadPoint = [x: number, y: number]

/** Area in square pixels. */
export function quadArea(corners: Quad): number {
  const [[x1, y1], [x2, y2], [x3, y3], [x4, y4]] = corners
  return Math.abs((x3 - x1) * (y4 - y2) - (x4 - x2) * (y3 - y1)) / 2
}

/** True where all four corners turn the same way. */
export function isConvex(corners: Quad): boolean {
  let sign = 0
  for (let i = 0; i < 4; i++) {
    const [x1, y1] = corners[i]!
    const [x2, y2] = corners[(i + 1) % 4]!
    const [x3, y3] = corners[(i + 2) % 4]!
    const turn = Math.sign((x2 - x1) * (y3 - y2) - (y2 - y1) * (x3 - x2))
    if (turn === 0 || (sign !== 0 && turn !== sign)) return false
    sign = turn
  }
  return true
}

/** Length in pixels of the side that starts at a corner. */
export function sideLength(corners: Quad, side: number): number {
  return cornerDistance(corners[side]!, corners[(side + 1) % 4]!)
}

/** Distance of two points in pixels. */
export function cornerDistance([x1, y1]: QuadPoint, [x2, y2]: QuadPoint): number {
  return Math.hypot(x2 - x1, y2 - y1)
}
