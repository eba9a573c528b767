import sharp from 'sharp'
import type { Look } from '../look.ts'
import { makeRandom } from '../random.ts'
import { shaded } from './colour.ts'
import { faceSvg, glassesSvg, maskSvg } from './face.ts'
import { backHairSvg, frontHairSvg } from './hair.ts'
import {
  bodyHollows,
  bodySurface,
  headHollows,
  headSurface,
  type PortraitLight,
  type Shading,
  shadeSurface,
} from './relief.ts'

/** The part of the drawing that is wanted, in face units: see `face.ts`. */
export interface PortraitView {
  left: number
  top: number
  width: number
  height: number
  /** Degrees the head is turned in the picture's plane, clockwise. */
  roll?: number
}

/** A passport portrait's part of the drawing: 35 × 45 mm. */
export const passportView: PortraitView = { left: 0, top: 0, width: 100, height: 128.6 }

/** Interleaved RGBA, straight alpha, row-major. */
export interface Layer {
  data: Buffer
  width: number
  height: number
}

/** Draws a person's head and shoulders on nothing. About 100 ms at 3 megapixels. */
export async function paintPerson(
  look: Look,
  view: PortraitView,
  widthPx: number,
  light: PortraitLight,
): Promise<Layer> {
  const body = await rasterise(bodySvg(look), view, widthPx)
  applyShading(body, shadeSurface(bodySurface, bodyHollows, light, view), view)
  const head = await rasterise(faceSvg(look) + frontHairSvg(look) + maskSvg(look) + glassesSvg(look), view, widthPx)
  applyShading(head, shadeSurface(headSurface(look), headHollows(look), light, view), view)
  putOver(body, head)
  return body
}

function bodySvg(look: Look): string {
  const neck = shaded(look.skin.base, 0.97)
  return `${backHairSvg(look)}
    <path fill="${neck}" d="M31 84 C32 104 31 116 22 122 L50 150 L78 122 C69 116 68 104 69 84Z"/>
    <path fill="${look.clothes}" d="M-30 170 C-24 136 2 128 28 118.5 C34 130 44 136 50 137 C56 136 66 130 72 118.5 C98 128 124 136 130 170Z"/>
    <path fill="none" stroke="${shaded(look.clothes, 0.72)}" stroke-width="1.4" d="M28 118.5 C34 131 44 137.4 50 138.4 C56 137.4 66 131 72 118.5"/>`
}

async function rasterise(content: string, view: PortraitView, widthPx: number): Promise<Layer> {
  const heightPx = Math.round((widthPx * view.height) / view.width)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" preserveAspectRatio="none"
    viewBox="${view.left} ${view.top} ${view.width} ${view.height}"><g transform="rotate(${view.roll ?? 0} 50 106)">${content}</g></svg>`
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

const grainSide = 256
/** Grains to a face unit: about a pore each. */
const grainsPerUnit = 9
const random = makeRandom('pores')
const grain = Float32Array.from({ length: grainSide * grainSide }, () => random.normal() * 0.022)

/** Multiplies a layer with the shading, enlarged linearly, and with fine grain; shadows turn a little warmer than grey. */
function applyShading(layer: Layer, shading: Shading, view: PortraitView): void {
  const { data, width, height } = layer
  const perPixel = (grainsPerUnit * view.width) / width
  const scaleX = (shading.width - 1) / width
  const scaleY = (shading.height - 1) / height
  for (let row = 0, at = 0; row < height; row++) {
    const top = Math.floor(row * scaleY)
    const down = row * scaleY - top
    const grainRow = ((row * perPixel) & (grainSide - 1)) * grainSide
    for (let column = 0; column < width; column++, at += 4) {
      if (data[at + 3] === 0) continue
      const left = Math.floor(column * scaleX)
      const across = column * scaleX - left
      const corner = top * shading.width + left
      const upper = shading.data[corner]! * (1 - across) + shading.data[corner + 1]! * across
      const lower =
        shading.data[corner + shading.width]! * (1 - across) + shading.data[corner + shading.width + 1]! * across
      const pore = 1 + grain[grainRow + ((column * perPixel) & (grainSide - 1))]!
      const brightness = (upper * (1 - down) + lower * down) * pore
      const warmth = (1 - brightness) * 0.07
      data[at] = Math.min(255, data[at]! * (brightness + warmth))
      data[at + 1] = Math.min(255, data[at + 1]! * brightness)
      data[at + 2] = Math.min(255, data[at + 2]! * (brightness - warmth * 0.6))
    }
  }
}

/** Lays one layer over another of the same size, in place. */
function putOver(below: Layer, above: Layer): void {
  for (let at = 0; at < above.data.length; at += 4) {
    const cover = above.data[at + 3]!
    if (cover === 0) continue
    const share = cover / 255
    for (let channel = 0; channel < 3; channel++) {
      const under = below.data[at + channel]!
      below.data[at + channel] = under + (above.data[at + channel]! - under) * share
    }
    below.data[at + 3] = Math.max(below.data[at + 3]!, cover)
  }
}
