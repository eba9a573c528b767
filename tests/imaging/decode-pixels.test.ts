import { describe, expect, it, test } from 'vitest'
import { decodeCapture } from '#lib/imaging/decode-capture'
import { decodeLuma } from '#lib/imaging/decode-luma'
import { decodePixels } from '#lib/imaging/decode-pixels'
import { sharp } from '#lib/imaging/guarded-sharp'
import { lumaOf } from '#lib/pixels/luma'
import { waves } from './make-files.ts'

/** The largest difference between two rows of samples, in levels. */
function farthest(one: Uint8Array, other: Uint8Array): number {
  return one.reduce((most, level, i) => Math.max(most, Math.abs(level - other[i]!)), 0)
}

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('a picture stored with orientation %i', (orientation) => {
  const stored = async (width: number, height: number) =>
    waves(width, height).withMetadata({ orientation }).png().toBuffer()

  it('is decoded upright at its own size', async () => {
    const bytes = await stored(150, 90)
    const upright = lumaOf((await decodeCapture(bytes)).picture)
    const luma = await decodeLuma(bytes)
    expect([luma.width, luma.height]).toEqual([upright.width, upright.height])
    expect(farthest(luma.data, upright.data)).toBeLessThanOrEqual(1)
  })

  it('is decoded once where it is reduced: as if it had been read reduced, and as if it had been read whole', async () => {
    const bytes = await stored(1900, 70)
    const { picture, nativeLuma } = await decodePixels(bytes)
    const [reduced, whole, luma] = [(await decodeCapture(bytes)).picture, await decodeLuma(bytes), await nativeLuma()]
    expect([picture.width, picture.height]).toEqual([reduced.width, reduced.height])
    expect(farthest(picture.data, reduced.data)).toBeLessThanOrEqual(3)
    expect([luma.width, luma.height]).toEqual([whole.width, whole.height])
    expect(farthest(luma.data, whole.data)).toBeLessThanOrEqual(1)
  })
})

test('what is too large to hold in three channels gives the same luma, within a level', async () => {
  const flat = { create: { width: 4000, height: 4100, channels: 3 as const, background: '#47a23c' } }
  const { picture, nativeLuma } = await decodePixels(await sharp(flat).png().toBuffer())
  const { data } = await nativeLuma()
  expect([picture.width, picture.height]).toEqual([1561, 1600])
  expect(data).toHaveLength(4000 * 4100)
  expect(Math.abs(data[12_345]! - 0.2126 * 0x47 - 0.7152 * 0xa2 - 0.0722 * 0x3c)).toBeLessThanOrEqual(1)
})

test('grey, CMYK, 16-bit and transparent pictures have a luma too', async () => {
  const flat = sharp({ create: { width: 1700, height: 40, channels: 3, background: '#445566' } })
  for (const bytes of [
    await flat.clone().greyscale().jpeg().toBuffer(),
    await flat.clone().toColourspace('cmyk').jpeg().toBuffer(),
    await flat.clone().toColourspace('rgb16').png().toBuffer(),
    await flat.clone().ensureAlpha().png().toBuffer(),
  ]) {
    const { data } = await (await decodePixels(bytes)).nativeLuma()
    expect(data).toHaveLength(1700 * 40)
    expect(Math.abs(data[0]! - 83)).toBeLessThan(12)
  }
})
