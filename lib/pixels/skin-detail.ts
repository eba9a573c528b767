import type { Plane } from '#lib/domain/artifacts'
import type { OutlinePoint } from '#lib/domain/region'

export interface SkinDetail {
  /** Fine detail of both cheeks against that of eyes and mouth of the same face: 1 would be as much. */
  share: number
  /** The same one octave coarser, where neither pores nor a sensor's noise but the cheek's shape is. */
  coarseShare: number
}

/** Points of the MediaPipe face mesh: middles of the cheeks, outer and inner corners of the eyes, corners of the mouth. */
const cheeks = [50, 280]
const eyes = [33, 133, 362, 263]
const mouth = [61, 291]

/**
 * Compares the texture of the cheeks with that of eyes and mouth, all of one face, so that light, camera and skin tone fall out.
 * Mesh points are fractions of the plane's picture. Null where the mesh is empty or the face smaller than about 90 px between the eyes.
 */
export function skinDetail(plane: Plane, mesh: readonly OutlinePoint[]): SkinDetail | null {
  if (mesh.length <= 362) return null
  const at = (index: number): [number, number] => [mesh[index]![0] * plane.width, mesh[index]![1] * plane.height]
  const [left, right] = [at(33), at(263)]
  const span = Math.hypot(left[0] - right[0], left[1] - right[1])
  if (span < 130) return null
  const radius = Math.round(span / 12)
  const mean = (indices: number[], step: number) =>
    indices.map((index) => bend(plane, at(index), radius, step)).reduce((sum, one) => sum + one, 0) / indices.length
  const shareAt = (step: number) => mean(cheeks, step) / (mean([...eyes, ...mouth], step) + 0.01)
  return { share: shareAt(1), coarseShare: shareAt(4) }
}

/** Mean size of the second difference over `step` pixels in a square round a point. */
function bend({ data, width, height }: Plane, [x, y]: [number, number], radius: number, step: number): number {
  let [sum, count] = [0, 0]
  const inside = (middle: number, size: number) =>
    Math.round(Math.max(radius + step, Math.min(size - 1 - radius - step, middle)))
  const [column, row] = [inside(x, width), inside(y, height)]
  for (let v = row - radius; v <= row + radius; v++) {
    for (let u = column - radius; u <= column + radius; u++) {
      const here = v * width + u
      const around = data[here - step]! + data[here + step]! + data[here - step * width]! + data[here + step * width]!
      sum += Math.abs(4 * data[here]! - around)
      count++
    }
  }
  return sum / count
}
