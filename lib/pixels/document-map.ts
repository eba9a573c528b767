import type { Picture } from '#lib/domain/artifacts'
import stored from './document-map.json' with { type: 'json' }
import { type Convolution, convolve, type FeatureMap, rectify, unpack } from './small-network.ts'

/** Where documents lie and where their sides run, as a small network sees it; row-major, for the whole picture. */
export interface DocumentMap {
  width: number
  height: number
  /** Chance of lying on a document, 0..1. */
  inside: Float32Array
  /** Chance of a document's side running through, 0..1. */
  sides: Float32Array
}

/** The longer side of what the network was trained on, in pixels; the shorter one is made a multiple of 16. */
const longPx = 192
const stepPx = 16
/** How often each scale, from 1/2 of the picture to 1/32, looks again at what it sees. */
const repeats = [0, 1, 2, 3, 2] as const

type Again = readonly [single: Convolution, joint: Convolution]

interface Network {
  down: { first: Convolution[]; again: Again[] }[]
  up: Convolution[]
  mend: Again[]
  last: Convolution
}

let network: Network | undefined

/** Looked at once for a picture, however many ask. */
const seen = new WeakMap<Picture, DocumentMap>()

/** Looks for documents in a picture of about 400 px. About 25 ms, once. It has learnt from drawn scenes alone (docs/decisions/042). */
export function documentMap(picture: Picture): DocumentMap {
  const known = seen.get(picture) ?? look(picture)
  seen.set(picture, known)
  return known
}

function look(picture: Picture): DocumentMap {
  network ??= assemble(stored.layers.map(unpack))
  const { down, up, mend, last } = network
  let map = inputOf(picture)
  const scales = down.map(({ first, again }) => {
    map = again.reduce(lookAgain, first.reduce(convolve, map))
    return map
  })
  const finerOnes = scales.slice(1, -1).reverse()
  finerOnes.forEach((finer, n) => {
    map = lookAgain(rectify(added(finer, convolve(map, up[n]!))), mend[n]!)
  })
  return chances(convolve(map, last))
}

/** Layers in the order in which `scripts/train-outline/network.py` declares them. */
function assemble(layers: Convolution[]): Network {
  const next = (count: number) => layers.splice(0, count)
  const pair = () => next(2) as unknown as Again
  const down = repeats.map((count, scale) => ({
    first: next(scale < 2 ? 1 : 2),
    again: Array.from({ length: count }, pair),
  }))
  return { down, up: next(3), mend: [pair(), pair(), pair()], last: next(1)[0]! }
}

/** Shrunk to what the network was trained on, colours from −1 to 1. */
function inputOf({ data, width, height }: Picture): FeatureMap {
  const scale = longPx / Math.max(width, height)
  const [across, down] = [width, height].map((side) =>
    Math.max(stepPx, stepPx * Math.round((side * scale) / stepPx)),
  ) as [number, number]
  const input = new Float32Array(across * down * 3)
  const [columns, rows] = [starts(width, across), starts(height, down)]
  for (let y = 0, at = 0; y < down; y++) {
    const top = Math.min(height - 1, rows[y]!)
    const bottom = Math.max(top + 1, rows[y + 1]!)
    for (let x = 0; x < across; x++, at += 3) {
      const left = Math.min(width - 1, columns[x]!)
      const right = Math.max(left + 1, columns[x + 1]!)
      let [red, green, blue] = [0, 0, 0]
      for (let row = top; row < bottom; row++) {
        for (let p = (row * width + left) * 3; p < (row * width + right) * 3; p += 3) {
          red += data[p]!
          green += data[p + 1]!
          blue += data[p + 2]!
        }
      }
      const share = 1 / (127.5 * (bottom - top) * (right - left))
      input[at] = red * share - 1
      input[at + 1] = green * share - 1
      input[at + 2] = blue * share - 1
    }
  }
  return { data: input, width: across, height: down, channels: 3 }
}

/** Where the stretch of pixels begins that each of so many places stands for, and where the last one ends. */
function starts(length: number, count: number): Int32Array {
  return Int32Array.from({ length: count + 1 }, (_, i) => Math.round((i * length) / count))
}

/** What was there and what two cheap convolutions make of it, together. */
function lookAgain(map: FeatureMap, [single, joint]: Again): FeatureMap {
  return rectify(added(map, convolve(convolve(map, single), joint)))
}

/** The sum of a map and another of its size or half of it. */
function added(map: FeatureMap, other: FeatureMap): FeatureMap {
  const { width, height, channels } = map
  const shift = other.width < width || other.height < height ? 1 : 0
  const data = new Float32Array(map.data.length)
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = ((y >> shift) * other.width + (x >> shift)) * channels
      for (let c = 0; c < channels; c++, at++) data[at] = map.data[at]! + other.data[from + c]!
    }
  }
  return { data, width, height, channels }
}

/** Two maps of four places each in the channels, laid out beside each other. */
function chances({ data, width, height, channels }: FeatureMap): DocumentMap {
  const [across, down] = [2 * width, 2 * height]
  const [inside, sides] = [new Float32Array(across * down), new Float32Array(across * down)]
  for (let y = 0, at = 0; y < down; y++) {
    for (let x = 0; x < across; x++, at++) {
      const from = ((y >> 1) * width + (x >> 1)) * channels + (y & 1) * 2 + (x & 1)
      inside[at] = 1 / (1 + Math.exp(-data[from]!))
      sides[at] = 1 / (1 + Math.exp(-data[from + 4]!))
    }
  }
  return { width: across, height: down, inside, sides }
}
