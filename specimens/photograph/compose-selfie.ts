import sharp from 'sharp'
import type { Layer, PortraitView } from '../draw/paint-person.ts'
import type { Random } from '../random.ts'
import { linearOfByte, type Scene } from './linear.ts'

/** How a person holds the phone: head and shoulders, the head a bit off the middle and tilted by a few degrees. */
export function frameSelfie(random: Random, widthPx: number, heightPx: number): PortraitView & { roll: number } {
  const width = random.between(96, 122)
  const height = (width * heightPx) / widthPx
  return {
    width,
    height,
    left: 50 - width / 2 + random.between(-5, 5),
    top: 62 - height * random.between(0.46, 0.52),
    roll: random.normal() * 2.2,
  }
}

/** A room out of focus behind the person: wall, and by lot a window, a door, a shelf or a plant. */
export async function paintRoom(random: Random, scene: Scene): Promise<void> {
  const small = await sharp(Buffer.from(roomSvg(random)))
    .blur(3)
    .removeAlpha()
    .png({ compressionLevel: 0 })
    .toBuffer()
  const room = await sharp(small).resize(scene.width, scene.height, { fit: 'fill', kernel: 'linear' }).raw().toBuffer()
  for (let at = 0; at < room.length; at++) scene.data[at] = linearOfByte[room[at]!]!
}

function roomSvg(random: Random): string {
  const wall = random.pick(['#cfcabf', '#b9c2c6', '#d8d2c8', '#a9b3a4', '#c4b3a6'])
  const things = [
    `<rect x="${random.whole(-20, 30)}" y="${random.whole(20, 60)}" width="62" height="110" fill="#e6edf2"/>`,
    `<rect x="${random.whole(120, 160)}" y="${random.whole(30, 60)}" width="60" height="230" fill="#7a604a"/>`,
    `<path d="M${random.whole(0, 20)} 150h70v8h-70z" fill="#5d4a3a"/><rect x="12" y="118" width="9" height="32" fill="#8c3b34"/><rect x="23" y="112" width="12" height="38" fill="#33526e"/><rect x="37" y="121" width="8" height="29" fill="#b89b4a"/>`,
    `<ellipse cx="${random.whole(150, 185)}" cy="170" rx="26" ry="44" fill="#4f6b48"/><ellipse cx="170" cy="140" rx="16" ry="30" fill="#5f7d52"/>`,
    `<rect x="${random.whole(110, 150)}" y="24" width="44" height="34" fill="#8fa3ad" stroke="#3c3732" stroke-width="4"/>`,
  ]
  const shown = things.filter(() => random.chance(0.4))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="198" height="264" viewBox="0 0 198 264">
    <linearGradient id="w" x1="0" x2="1" y2="0.6"><stop offset="0" stop-color="${wall}"/><stop offset="1" stop-color="#000" stop-opacity="0.28"/></linearGradient>
    <rect width="198" height="264" fill="${wall}"/><rect width="198" height="264" fill="url(#w)" opacity="0.7"/>${shown.join('')}</svg>`
}

/** Lays a painted layer over the scene with its top left at (left, top) pixels. */
export function layOver(scene: Scene, layer: Layer, left: number, top: number): void {
  const { data, width, height } = scene
  for (let row = Math.max(0, -top); row < layer.height && row + top < height; row++) {
    for (let column = Math.max(0, -left); column < layer.width && column + left < width; column++) {
      const from = (row * layer.width + column) * 4
      const cover = layer.data[from + 3]!
      if (cover === 0) continue
      const at = ((row + top) * width + column + left) * 3
      for (let channel = 0; channel < 3; channel++) {
        const under = data[at + channel]!
        data[at + channel] = under + ((linearOfByte[layer.data[from + channel]!]! - under) * cover) / 255
      }
    }
  }
}
