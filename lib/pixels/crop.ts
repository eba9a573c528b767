import type { Plane } from '#lib/domain/artifacts'

/** Cuts a box (`[left, top, right, bottom]` in fractions) out of a plane; `left` and `top` say where, in the plane's pixels. */
export function cropPlane(
  plane: Plane,
  box: readonly [number, number, number, number],
): { plane: Plane; left: number; top: number } {
  const within = (fraction: number, size: number) => Math.min(size, Math.max(0, Math.round(fraction * size)))
  const [left, top] = [within(box[0], plane.width - 1), within(box[1], plane.height - 1)]
  const width = Math.max(1, within(box[2], plane.width) - left)
  const height = Math.max(1, within(box[3], plane.height) - top)
  const data = new Uint8Array(width * height)
  for (let row = 0; row < height; row++) {
    const from = (top + row) * plane.width + left
    data.set(plane.data.subarray(from, from + width), row * width)
  }
  return { plane: { data, width, height }, left, top }
}
