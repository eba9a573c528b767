import { expect, test } from 'vitest'
import { decodeCapture } from '#lib/imaging/decode-capture'
import { decodeLuma } from '#lib/imaging/decode-luma'
import { sharp } from '#lib/imaging/guarded-sharp'
import { lumaOf } from '#lib/pixels/luma'
import { waves } from './make-files.ts'

test.each([1, 2, 3, 4, 5, 6, 7, 8])('a picture stored with orientation %i is decoded upright', async (orientation) => {
  const bytes = await waves(150, 90).withMetadata({ orientation }).png().toBuffer()
  const upright = lumaOf((await decodeCapture(bytes)).picture)
  const luma = await decodeLuma(bytes)
  expect([luma.width, luma.height]).toEqual([upright.width, upright.height])
  expect(Buffer.compare(luma.data, upright.data)).toBe(0)
})

test('what is too large to hold in three channels gives the same luma, within a level', async () => {
  const flat = { create: { width: 4000, height: 4100, channels: 3 as const, background: '#47a23c' } }
  const { data } = await decodeLuma(await sharp(flat).png().toBuffer())
  expect(data).toHaveLength(4000 * 4100)
  expect(Math.abs(data[12_345]! - 0.2126 * 0x47 - 0.7152 * 0xa2 - 0.0722 * 0x3c)).toBeLessThanOrEqual(1)
})

test('grey, CMYK and 16-bit pictures have a luma too', async () => {
  const flat = sharp({ create: { width: 50, height: 40, channels: 3, background: '#445566' } })
  for (const bytes of [
    await flat.clone().greyscale().jpeg().toBuffer(),
    await flat.clone().toColourspace('cmyk').jpeg().toBuffer(),
    await flat.clone().toColourspace('rgb16').png().toBuffer(),
  ]) {
    const { data } = await decodeLuma(bytes)
    expect(data).toHaveLength(2000)
    expect(Math.abs(data[0]! - 83)).toBeLessThan(12)
  }
})
