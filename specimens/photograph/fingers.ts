import sharp from 'sharp'
import { shaded } from '../draw/colour.ts'
import type { Layer } from '../draw/paint-person.ts'
import type { Look } from '../look.ts'
import type { Random } from '../random.ts'
import { amountOf, type SpoilOptions, type Spoilt } from '../spoil.ts'
import { type DocumentView, project } from './camera.ts'
import { layOver } from './compose-selfie.ts'
import { fieldSide } from './field.ts'
import type { Scene } from './linear.ts'

/** Width of a thumb in millimetres. */
const thumb = 19

/** Lays a thumb (a strong amount: two) over an edge of the document; the mask is what they cover of the document. */
export async function holdDown(
  random: Random,
  scene: Scene,
  view: DocumentView,
  look: Look,
  spoil: SpoilOptions,
): Promise<Spoilt> {
  const amount = amountOf(spoil)
  const sides = random.chance(0.5) ? (['left', 'right'] as const) : (['right', 'left'] as const)
  const drawn = sides.slice(0, amount > 0.6 ? 2 : 1).map((side) => thumbSvg(random, view, look, side, 8 + 16 * amount))
  const { width, height } = scene
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${drawn.join('')}</svg>`
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const layer: Layer = { data, width: info.width, height: info.height }
  layOver(scene, layer, 0, 0)
  return { kind: 'fingers', amount, whole: false, mask: coveredDocument(layer, view) }
}

/** A thumb that reaches `reach` millimetres in over the left or right edge, from outside the picture. */
function thumbSvg(random: Random, view: DocumentView, look: Look, side: 'left' | 'right', reach: number): string {
  const edge = side === 'left' ? 0 : view.width
  const inward = side === 'left' ? 1 : -1
  const y = view.height * random.between(0.35, 0.8)
  const [tipX, tipY] = project(view.toPicture, edge + inward * reach, y)
  const [baseX, baseY] = project(view.toPicture, edge - inward * 30, y + 12)
  const perMm = Math.hypot(baseX - tipX, baseY - tipY) / Math.hypot(30 + reach, 12)
  const turn = (Math.atan2(tipY - baseY, tipX - baseX) * 180) / Math.PI
  const { base } = look.skin
  const id = `thumb-${side}`
  const half = thumb / 2
  // Drawn pointing right with its tip at (0, 0), millimetres.
  const shape = `M-90 ${-half * 1.15} L-24 ${-half * 1.1} C-12 ${-half * 1.2} 0 ${-half * 0.9} 0 0 C0 ${half * 0.9} -12 ${half * 1.2} -24 ${half * 1.1} L-90 ${half * 1.2}Z`
  return `<g transform="translate(${tipX} ${tipY}) rotate(${turn}) scale(${perMm})">
    <linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${shaded(base, 0.72)}"/><stop offset="0.35" stop-color="${shaded(base, 1.06)}"/>
      <stop offset="0.7" stop-color="${shaded(base, 0.95)}"/><stop offset="1" stop-color="${shaded(base, 0.55)}"/></linearGradient>
    <filter id="${id}-soft" x="-20%" y="-40%" width="140%" height="180%"><feGaussianBlur stdDeviation="1.6"/></filter>
    <path d="${shape}" transform="translate(1.2 2.2)" fill="#000" opacity="0.42" filter="url(#${id}-soft)"/>
    <path d="${shape}" fill="url(#${id})"/>
    <path d="M-1.6 0 C-1.8 -5.2 -6 -6.2 -13 -5.6 C-14.6 -2 -14.6 2 -13 5.6 C-6 6.2 -1.8 5.2 -1.6 0Z" fill="${shaded(base, 1.12)}" stroke="${shaded(base, 0.74)}" stroke-width="0.4"/>
    <path d="M-26 -5 C-25 -2 -25 2 -26 5 M-29 -4.4 C-28 -2 -28 2 -29 4.6" fill="none" stroke="${shaded(base, 0.7)}" stroke-width="0.5"/></g>`
}

/** The layer's opaque part on the document, at mask size. The soft shadow beside the finger doesn't count. */
function coveredDocument(layer: Layer, view: DocumentView): NonNullable<Spoilt['mask']> {
  const scale = Math.min(1, fieldSide / Math.max(layer.width, layer.height))
  const [width, height] = [Math.round(layer.width * scale), Math.round(layer.height * scale)]
  const data = new Uint8Array(width * height)
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [x, y] = [Math.floor((column + 0.5) / scale), Math.floor((row + 0.5) / scale)]
      const [right, down] = project(view.toDocument, x, y)
      const inside = right >= 0 && down >= 0 && right <= view.width && down <= view.height
      if (inside && layer.data[(y * layer.width + x) * 4 + 3]! > 200) data[row * width + column] = 255
    }
  }
  return { data, width, height }
}
