import type { Plane } from '#lib/domain/artifacts'

/**
 * A quantity that changes slowly over the picture (light, strength of a blur), kept at low resolution, row-major and
 * sampled at the centres of its cells.
 */
export interface Field {
  data: Float32Array
  width: number
  height: number
}

/** Long side of fields and of the masks made from them. */
export const fieldSide = 400

/** Fills a field for a picture of this size; `value` gets fractions of the picture. */
export function makeField(widthPx: number, heightPx: number, value: (x: number, y: number) => number): Field {
  const scale = Math.min(1, fieldSide / Math.max(widthPx, heightPx))
  const width = Math.max(2, Math.round(widthPx * scale))
  const height = Math.max(2, Math.round(heightPx * scale))
  const data = new Float32Array(width * height)
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at++) {
      data[at] = value((column + 0.5) / width, (row + 0.5) / height)
    }
  }
  return { data, width, height }
}

/** Writes one row of the field, interpolated to `widthPx` values, into `row`; `y` is in fractions of the picture. */
export function sampleRow(field: Field, y: number, row: Float32Array): void {
  const { data, width, height } = field
  const down = Math.min(height - 1, Math.max(0, y * height - 0.5))
  const top = Math.min(height - 2, Math.floor(down))
  const share = down - top
  const upper = top * width
  const step = width / row.length
  for (let column = 0; column < row.length; column++) {
    const across = Math.min(width - 1, Math.max(0, (column + 0.5) * step - 0.5))
    const left = Math.min(width - 2, across | 0)
    const at = upper + left
    const lean = across - left
    const above = data[at]! + (data[at + 1]! - data[at]!) * lean
    const below = data[at + width]! + (data[at + width + 1]! - data[at + width]!) * lean
    row[column] = above + (below - above) * share
  }
}

/** A field as a mask: `full` and more becomes 255, 0 becomes 0. */
export function maskOf(field: Field, full = 1): Plane {
  const data = Uint8Array.from(field.data, (value) => Math.round(255 * Math.min(1, Math.max(0, value / full))))
  return { data, width: field.width, height: field.height }
}
