import type { Picture, Plane } from '#lib/domain/artifacts'
import { shrinkByWords } from './shrink-by-words.ts'

/** Shrunk once for a picture and factor, however many checks ask. */
const shrunk = new WeakMap<Picture, Map<number, Picture>>()

/** Averages `factor × factor` blocks of each colour; a rest narrower than a block at the right and bottom is dropped. */
export function shrinkPicture(picture: Picture, factor: number): Picture {
  if (factor === 1) return picture
  const known = shrunk.get(picture) ?? new Map<number, Picture>()
  shrunk.set(picture, known)
  const small = known.get(factor) ?? shrinkChannels(picture, 3, factor)
  known.set(factor, small)
  return small
}

/** Averages `factor × factor` blocks; a rest narrower than a block at the right and bottom is dropped. */
export function shrinkPlane(plane: Plane, factor: number): Plane {
  return factor === 1 ? plane : shrinkChannels(plane, 1, factor)
}

/** The whole factor that brings a long side nearest to the one wanted; 1 where it is shorter already. */
export function factorTo(sidePx: number, { width, height }: Plane | Picture): number {
  return Math.max(1, Math.round(Math.max(width, height) / sidePx))
}

function shrinkChannels(source: Plane, channels: number, factor: number): Plane {
  const width = Math.max(1, Math.floor(source.width / factor))
  const height = Math.max(1, Math.floor(source.height / factor))
  const small = { data: new Uint8Array(width * height * channels), width, height }
  if (!shrinkByWords(source, channels, factor, small)) shrinkByBytes(source, channels, factor, small)
  return small
}

function shrinkByBytes(source: Plane, channels: number, factor: number, { data, width, height }: Plane): void {
  const across = Math.min(factor, source.width)
  const down = Math.min(factor, source.height)
  const sums = new Uint32Array(width * channels)
  const area = across * down
  for (let y = 0; y < height; y++) {
    sums.fill(0)
    for (let dy = 0; dy < down; dy++) {
      const row = (y * factor + dy) * source.width * channels
      if (channels === 3) addColours(sums, source.data, row, across, factor)
      else addLevels(sums, source.data, row, across, factor)
    }
    const to = y * width * channels
    for (let i = 0; i < sums.length; i++) data[to + i] = (sums[i]! + (area >> 1)) / area
  }
}

function addLevels(sums: Uint32Array, data: Uint8Array, row: number, across: number, factor: number): void {
  for (let i = 0, block = row; i < sums.length; i++, block += factor) {
    let sum = 0
    for (let at = block; at < block + across; at++) sum += data[at]!
    sums[i]! += sum
  }
}

function addColours(sums: Uint32Array, data: Uint8Array, row: number, across: number, factor: number): void {
  for (let i = 0, block = row; i < sums.length; i += 3, block += 3 * factor) {
    let red = 0
    let green = 0
    let blue = 0
    for (let at = block; at < block + 3 * across; at += 3) {
      red += data[at]!
      green += data[at + 1]!
      blue += data[at + 2]!
    }
    sums[i]! += red
    sums[i + 1]! += green
    sums[i + 2]! += blue
  }
}
