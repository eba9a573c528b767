import type { FaceWear, GlareSpot } from '#lib/domain/artifacts'
import { connectedComponents } from './connected-components.ts'
import { atShare, type FacePatch, patchEyes, patchSide, softened, withinEllipse } from './face-patch.ts'
import { polygonMask } from './polygon-mask.ts'

/**
 * What a face wears, measured against the same face's own skin: never against an absolute brightness or colour. Where the
 * numbers lie for faces with and without: docs/decisions/015. Costs about 8 ms.
 */
export function faceWear(patch: FacePatch): FaceWear {
  const cheeks = patchEyes.map(([x, y]) =>
    Math.max(1, median(withinEllipse(patch.luma, x + (x < 80 ? -3 : 3), y + 33, 8, 7))),
  )
  const soft = softened(patch.luma)
  const eyes = patchEyes.map(([x, y]) => withinEllipse(patch.luma, x, y + 1, 14, 8))
  return {
    cheekLevel: Math.round(Math.min(...cheeks)),
    eyeLevel: round(Math.max(...eyes.map((levels, n) => median(levels) / cheeks[n]!))),
    eyeContrast: round(
      Math.min(...eyes.map((levels, n) => (atShare(levels, 0.95) - atShare(levels, 0.05)) / cheeks[n]!)),
    ),
    bridge: round(bridge(soft, (cheeks[0]! + cheeks[1]!) / 2)),
    rims: round(Math.min(...patchEyes.map(([x, y], n) => rim(soft, x, y, cheeks[n]!)))),
    ...coverColours(patch),
    lensGlare: patchEyes.map((eye) => lensGlare(patch, eye)) as FaceWear['lensGlare'],
  }
}

function median(sorted: readonly number[]): number {
  return atShare(sorted, 0.5)
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** How sharply the nose's root is crossed by a bar: greatest bend of the brightness from brow to nose, over the cheeks'. */
function bridge(soft: Float32Array, cheek: number): number {
  const profile: number[] = []
  for (let y = 40; y < 74; y++) {
    let sum = 0
    for (let x = 75; x < 86; x++) sum += soft[y * patchSide + x]!
    profile.push(sum / 11 / cheek)
  }
  return Math.max(...bends(profile))
}

/** How sharply a line crosses below an eye: greatest bend along columns, of seven columns the third least. */
function rim(soft: Float32Array, eyeX: number, eyeY: number, cheek: number): number {
  const greatest: number[] = []
  for (let dx = -9; dx <= 9; dx += 3) {
    const column: number[] = []
    for (let y = Math.floor(eyeY) + 11; y < eyeY + 32; y++) column.push(soft[y * patchSide + eyeX + dx]! / cheek)
    greatest.push(Math.max(...bends(column).map(Math.abs)))
  }
  return greatest.sort((a, b) => a - b)[2]!
}

/** Second differences two pixels apart: positive where it is darker than above and below. */
function bends(profile: readonly number[]): number[] {
  return profile.slice(4).map((below, n) => below - 2 * profile[n + 2]! + profile[n]!)
}

/** Parts of the face whose colour is compared; mesh points in order round each. */
const lowerFace = [98, 203, 206, 216, 212, 202, 204, 194, 201, 200, 421, 418, 424, 422, 432, 436, 426, 423, 327, 2]
const mouth = [61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146]
const forehead = [107, 66, 69, 151, 299, 296, 336, 9]
const noseRoot = [9, 55, 193, 122, 6, 351, 417, 285]
const middleCheeks = [
  [50, 205, 206, 203, 36, 101, 100, 118, 117],
  [280, 425, 426, 423, 266, 330, 329, 347, 346],
]

/**
 * How far the colour round mouth and chin, and of the cheeks, is from forehead and the nose's root: medians, as a share of all
 * light in red or green.
 */
function coverColours({ rgb, mesh }: FacePatch): Pick<FaceWear, 'lowerFaceColour' | 'cheekColour'> {
  const maskOf = (points: readonly number[]) =>
    polygonMask(
      points.map((point) => [mesh[point]![0] / patchSide, mesh[point]![1] / patchSide]),
      patchSide,
      patchSide,
    )
  const [lower, lips, brow, root] = [lowerFace, mouth, forehead, noseRoot].map(maskOf)
  const above = coloursIn(rgb, (i) => brow![i] === 1 || root![i] === 1)
  const own = [0, 1].map((channel) => median(above.map((colour) => colour[channel]!).sort((a, b) => a - b)))
  const awayOf = (colours: [number, number][]) =>
    above.length < fewestPixels || colours.length < fewestPixels
      ? 0
      : median(
          colours
            .map((colour) => Math.max(Math.abs(colour[0] - own[0]!), Math.abs(colour[1] - own[1]!)))
            .sort((a, b) => a - b),
        )
  const cheeks = middleCheeks.map(maskOf).map((cheek) => awayOf(coloursIn(rgb, (i) => cheek[i] === 1)))
  return {
    lowerFaceColour: round(awayOf(coloursIn(rgb, (i) => lower![i] === 1 && lips![i] !== 1))),
    cheekColour: round(Math.min(...cheeks)),
  }
}

/** Fewer tell no colour. */
const fewestPixels = 20

function coloursIn(rgb: Float32Array, inside: (pixel: number) => boolean): [red: number, green: number][] {
  const colours: [number, number][] = []
  for (let i = 0; i < patchSide * patchSide; i++) {
    if (!inside(i)) continue
    const [red, green, blue] = [rgb[3 * i]!, rgb[3 * i + 1]!, rgb[3 * i + 2]!]
    const all = red + green + blue
    // What is burnt out or all but black has lost its colour.
    if (all < 30 || Math.max(red, green, blue) > burntOut) continue
    colours.push([red / all, green / all])
  }
  return colours
}

/** Half the eye box that lens glare is looked for in, in the patch's pixels. */
const [eyeHalfWidth, eyeHalfHeight] = [16, 13]
const burntOut = 248

/** The largest burnt-out patch in an eye's box: its share of the box, and where on the picture; null without one. */
function lensGlare({ luma, toPicture }: FacePatch, [x, y]: readonly [number, number]): GlareSpot | null {
  const [left, top] = [x - eyeHalfWidth, Math.round(y) - eyeHalfHeight]
  const [width, height] = [2 * eyeHalfWidth + 1, 2 * eyeHalfHeight + 1]
  const mask = new Uint8Array(width * height)
  for (let i = 0; i < mask.length; i++) {
    const at = (top + Math.floor(i / width)) * patchSide + left + (i % width)
    mask[i] = luma[at]! >= burntOut ? 1 : 0
  }
  const [largest] = connectedComponents(mask, width, height).components.sort((a, b) => b.size - a.size)
  if (!largest) return null
  const corners = [
    [largest.left, largest.top],
    [largest.right + 1, largest.top],
    [largest.right + 1, largest.bottom + 1],
    [largest.left, largest.bottom + 1],
  ]
  return {
    share: round(largest.size / mask.length),
    place: corners.map(([u, v]) => toPicture(left + u!, top + v!)) as unknown as GlareSpot['place'],
  }
}
