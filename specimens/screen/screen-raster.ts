import type { Random } from '../random.ts'

/** What a screen's pixels are made of: upright stripes (liquid crystal), or green in each and red or blue in every other (organic). */
export type SubPixels = 'stripes' | 'reversed stripes' | 'diamonds'

/** Texels of a raster along one screen pixel. */
const texels = 48
const side = 2 * texels

/** Light of an evenly white screen, of mean 1 in each colour, over two by two screen pixels: it repeats beyond. */
export interface ScreenRaster {
  /** Light of a colour (0 red, 1 green, 2 blue) at a place in screen pixels. */
  at(channel: number, u: number, v: number): number
}

/** A raster as a camera sees it whose pixels are `1 / pitch` screen pixels wide, through a lens of sigma `blur` camera pixels. */
export function screenRaster(random: Random, subPixels: SubPixels, pitch: number, blur: number): ScreenRaster {
  const shape = subPixels === 'diamonds' ? diamonds(random) : stripes(random, subPixels === 'reversed stripes')
  const kernel = apertureOf(pitch, blur)
  const tables = [0, 1, 2].map((channel) => {
    const cell = Float32Array.from({ length: side * side }, (_, i) =>
      shape(channel, ((i % side) + 0.5) / texels, (Math.floor(i / side) + 0.5) / texels) ? 1 : 0,
    )
    const seen = spread(spread(cell, kernel, 1, side), kernel, side, 1)
    const mean = seen.reduce((sum, value) => sum + value, 0) / seen.length
    return seen.map((value) => value / mean)
  })
  const wrapped = (place: number) => ((Math.floor(place * texels) % side) + side) % side
  return { at: (channel, u, v) => tables[channel]![wrapped(v) * side + wrapped(u)]! }
}

type Shape = (channel: number, u: number, v: number) => boolean

function stripes(random: Random, isReversed: boolean): Shape {
  const [gap, rowGap] = [random.between(0.04, 0.12), random.between(0.05, 0.28)]
  return (channel, u, v) => {
    const middle = ((isReversed ? 2 - channel : channel) + 0.5) / 3
    return Math.abs((u % 1) - middle) < 1 / 6 - gap / 2 && Math.abs((v % 1) - 0.5) < 0.5 - rowGap / 2
  }
}

function diamonds(random: Random): Shape {
  const [small, large] = [random.between(0.22, 0.3), random.between(0.28, 0.42)]
  const near = (a: number, b: number) => Math.abs(((a - b + 3) % 2) - 1)
  const places = [
    [0.75, 0.75, 1.75, 1.75],
    [0.25, 0.25, 1.25, 0.25, 0.25, 1.25, 1.25, 1.25],
    [1.75, 0.75, 0.75, 1.75],
  ]
  return (channel, u, v) => {
    const middles = places[channel]!
    const reach = channel === 1 ? small : large
    return middles.some((x, i) => i % 2 === 0 && near(u, x) + near(v, middles[i + 1]!) < reach)
  }
}

/** Weights of a camera pixel's area and the lens's blur together, in texels, odd in number. */
function apertureOf(pitch: number, blur: number): Float32Array {
  const [half, sigma] = [texels / pitch / 2, Math.max(0.5, (blur * texels) / pitch)]
  const reach = Math.ceil(half + 3 * sigma)
  const weights = new Float32Array(2 * reach + 1)
  for (let n = -reach; n <= reach; n++) {
    for (let part = -8; part < 8; part++) {
      weights[n + reach]! += Math.exp(-0.5 * ((n + ((part + 0.5) / 8) * half) / sigma) ** 2)
    }
  }
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}

/** Spreads every texel along rows (step 1) or columns (step `side`), round the edges. */
function spread(cell: Float32Array, kernel: Float32Array, step: number, across: number): Float32Array {
  const reach = (kernel.length - 1) / 2
  const seen = new Float32Array(cell.length)
  for (let line = 0; line < side; line++) {
    for (let n = 0; n < side; n++) {
      let sum = 0
      for (let k = -reach; k <= reach; k++) {
        sum += kernel[k + reach]! * cell[line * across + ((((n + k) % side) + side) % side) * step]!
      }
      seen[line * across + n * step] = sum
    }
  }
  return seen
}
