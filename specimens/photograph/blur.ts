import { type Field, sampleRow } from './field.ts'
import type { Scene } from './linear.ts'

/** Averages along a line of `lengthPx` pixels at `angle` radians: the camera or the hand moved. Returns a new scene. */
export function motionBlur(scene: Scene, lengthPx: number, angle: number): Scene {
  const { width, height } = scene
  const data = new Uint16Array(scene.data.length)
  const steep = Math.abs(Math.sin(angle)) > Math.abs(Math.cos(angle))
  const slope = steep ? Math.cos(angle) / Math.sin(angle) : Math.tan(angle)
  const [along, across] = steep ? [height, width] : [width, height]
  const reach = Math.max(1, Math.round((lengthPx * Math.max(Math.abs(Math.sin(angle)), Math.abs(Math.cos(angle)))) / 2))
  const rise = Math.round(slope * (along - 1))
  // Every pixel lies on exactly one of these slanted lines, so a running sum along each makes any length cost the same.
  const offsets = Int32Array.from({ length: along }, (_, step) => Math.round(slope * step))
  const line = new Int32Array(along)
  for (let start = -Math.max(0, rise); start < across - Math.min(0, rise); start++) {
    let count = 0
    for (let step = 0; step < along; step++) {
      const beside = start + offsets[step]!
      if (beside >= 0 && beside < across) line[count++] = (steep ? step * width + beside : beside * width + step) * 3
    }
    averageLine(scene.data, data, line, count, reach)
  }
  return { data, width, height }
}

/** Running mean over `2 × reach + 1` positions of a line, cut short at its ends. */
function averageLine(source: Uint16Array, target: Uint16Array, line: Int32Array, count: number, reach: number): void {
  let [red, green, blue, members] = [0, 0, 0, 0]
  for (let head = 0; head < count + reach; head++) {
    if (head < count) {
      const at = line[head]!
      red += source[at]!
      green += source[at + 1]!
      blue += source[at + 2]!
      members++
    }
    const tail = head - 2 * reach - 1
    if (tail >= 0) {
      const at = line[tail]!
      red -= source[at]!
      green -= source[at + 1]!
      blue -= source[at + 2]!
      members--
    }
    const middle = head - reach
    if (middle < 0) continue
    const at = line[middle]!
    target[at] = red / members
    target[at + 1] = green / members
    target[at + 2] = blue / members
  }
}

/** Averages over a disc of `radiusPx`: the lens was focused elsewhere. Returns a new scene; cost grows with the radius. */
export function defocus(scene: Scene, radiusPx: number): Scene {
  const { width, height } = scene
  const radius = Math.max(1, radiusPx)
  const rows = Math.floor(radius)
  const halfWidths = Array.from({ length: 2 * rows + 1 }, (_, row) =>
    Math.round(Math.sqrt(radius * radius - (row - rows) ** 2)),
  )
  const members = halfWidths.reduce((sum, half) => sum + 2 * half + 1, 0)
  const data = new Uint16Array(scene.data.length)
  const sums = new Float64Array(width * 3)
  // Rows' running totals are kept for as long as the disc needs them.
  const totals = halfWidths.map(() => new Float64Array((width + 1) * 3))
  const fill = (row: number) =>
    runningTotals(scene, Math.max(0, Math.min(height - 1, row)), totals[(row + rows * 2 + 1) % totals.length]!)
  for (let row = -rows; row < rows; row++) fill(row)
  for (let row = 0; row < height; row++) {
    fill(row + rows)
    sums.fill(0)
    for (let offset = 0; offset < halfWidths.length; offset++) {
      addSpans(sums, totals[(row + offset + rows + 1) % totals.length]!, halfWidths[offset]!, width)
    }
    const start = row * width * 3
    for (let at = 0; at < width * 3; at++) data[start + at] = sums[at]! / members
  }
  return { data, width, height }
}

function runningTotals({ data, width }: Scene, row: number, totals: Float64Array): void {
  const start = row * width * 3
  for (let at = 0; at < width * 3; at++) totals[at + 3] = totals[at]! + data[start + at]!
}

/** Adds the sum of the pixels within `half` of each column; the edge pixels stand in for what lies outside. */
function addSpans(sums: Float64Array, totals: Float64Array, half: number, width: number): void {
  const last = width * 3
  for (let column = 0; column < width; column++) {
    const from = column - half
    const to = column + half + 1
    const left = Math.max(0, from) * 3
    const right = Math.min(width, to) * 3
    for (let channel = 0; channel < 3; channel++) {
      let sum = totals[right + channel]! - totals[left + channel]!
      if (from < 0) sum -= from * totals[3 + channel]!
      if (to > width) sum += (to - width) * (totals[last + channel]! - totals[last - 3 + channel]!)
      sums[column * 3 + channel] = sums[column * 3 + channel]! + sum
    }
  }
}

/** The rows from `from` up to `to` as a scene of their own, on the same memory. */
export function band(scene: Scene, from: number, to: number): Scene {
  const rowLength = scene.width * 3
  return { data: scene.data.subarray(from * rowLength, to * rowLength), width: scene.width, height: to - from }
}

/**
 * Mixes a blurred band, whose first row is the scene's row `from`, into the sharp scene where the field over the whole
 * scene says (0 sharp, 1 blurred), in place.
 */
export function blendBand(sharp: Scene, blurred: Scene, from: number, share: Field): void {
  const row = new Float32Array(sharp.width)
  for (let y = 0; y < blurred.height; y++) {
    sampleRow(share, (from + y + 0.5) / sharp.height, row)
    const start = (from + y) * sharp.width * 3
    for (let column = 0, at = y * sharp.width * 3; column < sharp.width; column++, at += 3) {
      const part = row[column]!
      if (part <= 0) continue
      for (let channel = 0; channel < 3; channel++) {
        const crisp = sharp.data[start + column * 3 + channel]!
        sharp.data[start + column * 3 + channel] = crisp + (blurred.data[at + channel]! - crisp) * part
      }
    }
  }
}
