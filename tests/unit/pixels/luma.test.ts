import { expect, test } from 'vitest'
import { lumaOf } from '#lib/pixels/luma'

/** `count` pixels that begin `offset` bytes into their memory, and so not always where a word does. */
function pixelsAt(offset: number, count: number): Uint8Array {
  const memory = new Uint8Array(offset + 3 * count)
  for (let i = 0; i < 3 * count; i++) memory[offset + i] = (i * 89 + 7) % 256
  return memory.subarray(offset)
}

test.each([
  [0, 8],
  [0, 7],
  [1, 8],
  [2, 5],
  [0, 1],
])('every pixel is weighed by BT.709, %i bytes into memory and %i in all', (offset, count) => {
  const data = pixelsAt(offset, count)
  const expected = Array.from({ length: count }, (_, i) => {
    const [red, green, blue] = data.subarray(3 * i, 3 * i + 3)
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
  })
  const luma = lumaOf({ data, width: count, height: 1 }).data
  for (const [i, level] of expected.entries()) expect(Math.abs(luma[i]! - level)).toBeLessThan(1)
  expect(luma).toEqual(lumaOf({ data: pixelsAt(0, count), width: count, height: 1 }).data)
})
