import { expect, test } from 'vitest'
import { shrinkPicture, shrinkPlane } from '#lib/pixels/shrink'

/** Levels that begin `offset` bytes into their memory, and so not always where a word does. */
function levelsAt(offset: number, count: number): Uint8Array {
  const memory = new Uint8Array(offset + count)
  for (let i = 0; i < count; i++) memory[offset + i] = (i * i * 31 + i * 89) % 256
  return memory.subarray(offset)
}

function meansOf(data: Uint8Array, width: number, height: number, channels: number, factor: number): number[] {
  const means: number[] = []
  for (let y = 0; y + factor <= height; y += factor) {
    for (let x = 0; x + factor <= width; x += factor) {
      for (let channel = 0; channel < channels; channel++) {
        const block = Array.from({ length: factor * factor }, (_, i) => {
          const [row, column] = [y + Math.floor(i / factor), x + (i % factor)]
          return data[(row * width + column) * channels + channel]!
        })
        means.push(Math.floor(block.reduce((sum, level) => sum + level, 0) / block.length + 0.5))
      }
    }
  }
  return means
}

const sizes = [
  [16, 12],
  [16, 11],
  [15, 12],
  [8, 4],
  [4, 4],
] as const

test.each([2, 3, 4])('every block of %i is its mean, wherever rows and pixels begin in memory', (factor) => {
  for (const [width, height] of sizes) {
    for (const offset of [0, 1, 4]) {
      const grey = levelsAt(offset, width * height)
      const small = shrinkPlane({ data: grey, width, height }, factor)
      expect([...small.data]).toEqual(meansOf(grey, width, height, 1, factor))
      const coloured = levelsAt(offset, width * height * 3)
      const smallPicture = shrinkPicture({ data: coloured, width, height }, factor)
      expect([...smallPicture.data]).toEqual(meansOf(coloured, width, height, 3, factor))
    }
  }
})

test('what is smaller than a block becomes one pixel', () => {
  expect(shrinkPlane({ data: Uint8Array.of(10, 20, 30, 40), width: 4, height: 1 }, 4).data).toEqual(Uint8Array.of(25))
  expect(shrinkPlane({ data: Uint8Array.of(10, 20), width: 1, height: 2 }, 4).data).toEqual(Uint8Array.of(15))
})
