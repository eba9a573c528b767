import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { accepted, refused } from './at-the-door.ts'
import { chunkOffset, pngChunk, waves, wavesPng, withChunk, withPngSize } from './make-files.ts'

describe('a damaged PNG is refused', () => {
  it.each([
    ['when it is cut off', (png: Buffer) => png.subarray(0, png.length / 2)],
    ['when its end chunk is missing', (png: Buffer) => png.subarray(0, -12)],
    [
      'when it has a header and an end but no picture',
      (png: Buffer) => Buffer.concat([png.subarray(0, 33), png.subarray(-12)]),
    ],
    ['when it is nothing but a signature', (png: Buffer) => png.subarray(0, 8)],
    ['when its bit depth does not exist', (png: Buffer) => replaceHeaderByte(png, 8, 3)],
    ['when its colour type does not exist', (png: Buffer) => replaceHeaderByte(png, 9, 1)],
  ])('%s', async (_, damage) => {
    expect((await refused(damage(await wavesPng()))).code).toBe('file_corrupt_or_locked')
  })

  it('when a chunk claims two gigabytes', async () => {
    const png = Buffer.from(await wavesPng())
    png.writeUInt32BE(0x7fff_ffff, chunkOffset(png, 'IDAT'))
    expect((await refused(png)).code).toBe('file_corrupt_or_locked')
  })

  it('when a checksum of its picture data is wrong, or the data itself', async () => {
    const png = Buffer.from(await wavesPng())
    png[chunkOffset(png, 'IDAT') + 2000]! ^= 0xff
    expect((await refused(png)).code).toBe('file_corrupt_or_locked')
  })
})

function replaceHeaderByte(png: Buffer, index: number, value: number): Buffer {
  const header = Buffer.from(png.subarray(16, 29))
  header[index] = value
  return Buffer.concat([png.subarray(0, 8), pngChunk('IHDR', header), png.subarray(33)])
}

describe('limits hold before a pixel is decoded', () => {
  it('more than 50 megapixels and a side above 20,000 pixels are refused', async () => {
    const png = await wavesPng()
    expect(await refused(withPngSize(png, 10_000, 10_000))).toMatchObject({ unit: 'pixels', value: 100_000_000 })
    expect(await refused(withPngSize(png, 65_536, 10))).toMatchObject({ unit: 'px', value: 65_536 })
  })

  it('an interlaced picture that would take too much memory at once is refused', async () => {
    const png = await waves().png({ progressive: true }).toBuffer()
    const deep = replaceHeaderByte(withPngSize(png, 7000, 7000), 8, 16)
    expect((await refused(deep)).message).toContain('too much work')
  })
})

describe('sound PNGs of every kind come in', () => {
  it('with 16 bits, a palette, grey, interlaced', async () => {
    const kinds = [
      waves().toColourspace('rgb16').png(),
      waves().png({ palette: true }),
      waves().greyscale().png(),
      waves().png({ progressive: true }),
    ]
    for (const kind of kinds) expect((await accepted(await kind.toBuffer())).facts.widthPx).toBe(640)
  })

  it('with transparent parts, which lie on white', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 }
    const png = await sharp({ create: { width: 64, height: 64, channels: 4, background: clear } })
      .png()
      .toBuffer()
    const { derivatives } = await accepted(png)
    const { data } = await sharp(derivatives.view.bytes).raw().toBuffer({ resolveWithObject: true })
    expect(Math.min(...data)).toBeGreaterThan(250)
  })

  it('with an animation, of which the still picture counts', async () => {
    const control = Buffer.alloc(8)
    control.writeUInt32BE(4_000_000_000)
    expect((await accepted(withChunk(await wavesPng(), 'acTL', control))).facts.widthPx).toBe(640)
  })

  it('with text or a colour profile that inflates to 100 MB, which is never inflated', async () => {
    const bomb = deflateSync(Buffer.alloc(100_000_000))
    const png = await wavesPng()
    const text = withChunk(png, 'zTXt', Buffer.concat([Buffer.from('Comment\0\0'), bomb]))
    const profile = withChunk(png, 'iCCP', Buffer.concat([Buffer.from('profile\0\0'), bomb]))
    for (const file of [text, profile]) expect((await accepted(file)).facts.widthPx).toBe(640)
  })

  it('with markup in text and after the end, which is in no derivative', async () => {
    const payload = Buffer.from('<script>alert(1)</script>')
    const png = withChunk(await wavesPng(), 'tEXt', Buffer.concat([Buffer.from('Title\0'), payload]))
    const { derivatives } = await accepted(Buffer.concat([png, payload]))
    expect(Buffer.from(derivatives.view.bytes).includes('script')).toBe(false)
  })
})
