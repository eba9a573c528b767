import type { FlatDocument } from '../draw/document.ts'
import type { DocumentView } from './camera.ts'
import { linearOfByte, type Scene } from './linear.ts'
import type { Table } from './table.ts'

/** Rounding of corners in millimetres: ISO/IEC 7810 gives 2.88–3.48 for cards, passports use about the same. */
const cornerRadius = 3.18
/** How far the document's own shadow reaches on the table, in millimetres. */
const shadowReach = 5

/** Lays the table under the camera: fills the scene with its texture, but for what the document will cover. */
export function layTable(scene: Scene, table: Table, view: DocumentView): void {
  const { data, width, height } = scene
  const { tile, side, pxPerMm, red, green, blue } = table
  const mask = side - 1
  const inner = cornerRadius
  const [a, b, c, d, e, f, g, h, i] = view.toDocument
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at += 3) {
      const depth = 1 / (g * column + h * row + i)
      const right = (a * column + b * row + c) * depth
      const down = (d * column + e * row + f) * depth
      if (right > inner && down > inner && right < view.width - inner && down < view.height - inner) continue
      // Moved far from zero, so that cutting off the fraction always rounds down.
      const x = right * pxPerMm + 65536
      const y = down * pxPerMm + 65536
      const left = x | 0
      const top = y | 0
      const upper = (top & mask) * side
      const lower = ((top + 1) & mask) * side
      const near = left & mask
      const far = (left + 1) & mask
      const leanX = x - left
      const above = tile[upper + near]! * (1 - leanX) + tile[upper + far]! * leanX
      const below = tile[lower + near]! * (1 - leanX) + tile[lower + far]! * leanX
      const step = (above + (below - above) * (y - top)) | 0
      data[at] = red[step]!
      data[at + 1] = green[step]!
      data[at + 2] = blue[step]!
    }
  }
}

/** Lays the document on the table, with its contact shadow to the lower right and rounded corners. */
export function layDocument(
  scene: Scene,
  flat: FlatDocument,
  view: DocumentView,
  rows: { from: number; to: number },
): void {
  const { data, width } = scene
  const [a, b, c, d, e, f, g, h, i] = view.toDocument
  for (let row = rows.from; row < rows.to; row++) {
    for (let column = 0, at = row * width * 3; column < width; column++, at += 3) {
      const depth = 1 / (g * column + h * row + i)
      const x = (a * column + b * row + c) * depth
      const y = (d * column + e * row + f) * depth
      if (x < -shadowReach || y < -shadowReach || x > view.width + 2 * shadowReach || y > view.height + 2 * shadowReach)
        continue
      if (x > cornerRadius && y > cornerRadius && x < view.width - cornerRadius && y < view.height - cornerRadius) {
        blend(data, at, flat, x, y, 1)
        continue
      }
      // An anti-aliased edge, one pixel of the picture wide.
      const cover = 0.5 - distanceToCard(x, y, view) * flat.pxPerMm
      if (cover < 1) darken(data, at, distanceToCard(x - 0.9, y - 1.2, view))
      if (cover > 0) blend(data, at, flat, x, y, Math.min(1, cover))
    }
  }
}

/** Signed distance in millimetres to the outline of the card; negative inside. */
function distanceToCard(x: number, y: number, { width, height }: DocumentView): number {
  const across = Math.abs(x - width / 2) - width / 2 + cornerRadius
  const down = Math.abs(y - height / 2) - height / 2 + cornerRadius
  if (across <= 0 || down <= 0) return Math.max(across, down) - cornerRadius
  return Math.sqrt(across * across + down * down) - cornerRadius
}

function darken(data: Uint16Array, at: number, distance: number): void {
  if (distance >= shadowReach) return
  const near = 1 - Math.max(0, distance) / shadowReach
  const left = 1 - 0.55 * near * near
  data[at] = data[at]! * left
  data[at + 1] = data[at + 1]! * left
  data[at + 2] = data[at + 2]! * left
}

function blend(data: Uint16Array, at: number, flat: FlatDocument, x: number, y: number, cover: number): void {
  const pixelX = Math.max(0, Math.min(flat.width - 1.001, x * flat.pxPerMm - 0.5))
  const pixelY = Math.max(0, Math.min(flat.height - 1.001, y * flat.pxPerMm - 0.5))
  const left = pixelX | 0
  const top = pixelY | 0
  const leanX = pixelX - left
  const leanY = pixelY - top
  const upper = (top * flat.width + left) * 3
  const lower = upper + flat.width * 3
  for (let channel = 0; channel < 3; channel++) {
    const above =
      linearOfByte[flat.data[upper + channel]!]! * (1 - leanX) + linearOfByte[flat.data[upper + channel + 3]!]! * leanX
    const below =
      linearOfByte[flat.data[lower + channel]!]! * (1 - leanX) + linearOfByte[flat.data[lower + channel + 3]!]! * leanX
    const value = above + (below - above) * leanY
    data[at + channel] = data[at + channel]! + (value - data[at + channel]!) * cover
  }
}
