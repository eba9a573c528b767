import { rgbOf } from '../draw/colour.ts'
import { makeRandom, type Random } from '../random.ts'
import { linearOfByte } from './linear.ts'

export const backgrounds = ['plain_light', 'plain_dark', 'wood', 'cloth', 'stone', 'same_colour', 'cluttered'] as const
export type Background = (typeof backgrounds)[number]

type Material = 'matte' | 'wood' | 'cloth' | 'stone'

/** A table top: a tile of brightness steps that repeats every `side / pxPerMm` millimetres, and the linear colour of each step. */
export interface Table {
  tile: Uint8Array
  side: number
  pxPerMm: number
  red: Uint16Array
  green: Uint16Array
  blue: Uint16Array
}

const side = 1024
const colours: Record<Background, readonly string[]> = {
  plain_light: ['#d9d4cb', '#c9ccd0', '#e2ded8', '#cbbfae'],
  plain_dark: ['#2b2e33', '#3a3430', '#23324a', '#4a2f2c', '#2f3d34'],
  wood: ['#9a6a3f', '#7a4c2b', '#b98d5c', '#5b3a25'],
  cloth: ['#6b7785', '#8a3d3d', '#3f5d52', '#b9ab95'],
  stone: ['#8d8f90', '#5f6163', '#b2aca2'],
  same_colour: ['#d6dde0', '#dfe2dd', '#dcd6d8'],
  cluttered: ['#9a6a3f', '#c9ccd0', '#3a3430', '#7a4c2b', '#8d8f90'],
}
const materials: Record<Background, readonly Material[]> = {
  plain_light: ['matte'],
  plain_dark: ['matte'],
  wood: ['wood'],
  cloth: ['cloth'],
  stone: ['stone'],
  same_colour: ['matte'],
  cluttered: ['wood', 'matte', 'stone'],
}

const tiles = new Map<Material, Uint8Array>()

/** A table of the given kind, in one of its colours or in the one given. The first of a material in a process takes about 150 ms. */
export function setTable(random: Random, background: Background, colour?: string): Table {
  const material = random.pick(materials[background])
  const [red, green, blue] = steps(colour ?? random.pick(colours[background]), material)
  return { tile: tileOf(material), side, pxPerMm: random.between(7, 10), red: red!, green: green!, blue: blue! }
}

/** Linear colour of each brightness step 0–255 of a material, 128 being the colour itself; dark steps are more saturated. */
function steps(colour: string, material: Material): Uint16Array[] {
  const spread = material === 'matte' ? 0.35 : 1
  return rgbOf(colour).map((channel, index) =>
    Uint16Array.from({ length: 256 }, (_, step) => {
      const factor = 1 + ((step - 128) / 128) * spread * (material === 'wood' ? 1 + index * 0.12 : 1)
      return linearOfByte[Math.round(Math.max(0, Math.min(255, channel * factor)))]!
    }),
  )
}

function tileOf(material: Material): Uint8Array {
  let tile = tiles.get(material)
  if (!tile) {
    tile = weave(material)
    tiles.set(material, tile)
  }
  return tile
}

function weave(material: Material): Uint8Array {
  const random = makeRandom(`tile/${material}`)
  const cloudy = noise(random, 8, 8)
  const coarse = noise(random, 32, 32)
  const fine = noise(random, 256, 256)
  const grain = noise(random, 8, 256)
  const streaks = noise(random, 4, 48)
  const speckle = noise(random, 512, 512)
  const tones: Record<Material, (x: number, y: number) => number> = {
    matte: (x, y) => cloudy(x, y) * 14 + fine(x, y) * 12 + speckle(x, y) * 20,
    wood: (x, y) => {
      const bent = y + cloudy(x, y) * 26
      return (
        streaks(x, bent) * 30 +
        grain(x, bent) * 26 +
        Math.sin(bent * 0.16 + coarse(x, bent) * 2) * 9 +
        speckle(x, y) * 8
      )
    },
    cloth: (x, y) => {
      const over = (x >> 2) + (y >> 2)
      const thread = over % 2 === 0 ? Math.abs((x & 3) - 1.5) : Math.abs((y & 3) - 1.5)
      return 14 - thread * 20 + cloudy(x, y) * 12 + fine(x, y) * 18 + speckle(x, y) * 14
    },
    stone: (x, y) => cloudy(x, y) * 24 + coarse(x, y) * 20 + Math.sign(fine(x, y) - 0.45) * 16 + speckle(x, y) * 26,
  }
  const tone = tones[material]
  const tile = new Uint8Array(side * side)
  for (let y = 0, at = 0; y < side; y++) {
    for (let x = 0; x < side; x++, at++) tile[at] = Math.max(0, Math.min(255, Math.round(128 + tone(x, y))))
  }
  return tile
}

/** Value noise between −1 and 1 that repeats with the tile, with so many cells across and down. */
function noise(random: Random, across: number, down: number): (x: number, y: number) => number {
  const cells = Float32Array.from({ length: across * down }, () => random.next() * 2 - 1)
  const scaleX = across / side
  const scaleY = down / side
  return (x, y) => {
    const cellX = x * scaleX
    const cellY = (((y * scaleY) % down) + down) % down
    const left = Math.floor(cellX)
    const top = Math.floor(cellY)
    const leanX = cellX - left
    const leanY = cellY - top
    const right = (left + 1) % across
    const upper = top * across
    const lower = ((top + 1) % down) * across
    const above = cells[upper + left]! * (1 - leanX) + cells[upper + right]! * leanX
    const below = cells[lower + left]! * (1 - leanX) + cells[lower + right]! * leanX
    return above * (1 - leanY) + below * leanY
  }
}
