import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { accepted, refused } from './at-the-door.ts'
import { markerOffset, waves, wavesJpeg, withJpegSize } from './make-files.ts'

const endOfImage = Buffer.from([0xff, 0xd9])

describe('a damaged JPEG is refused', () => {
  it('when it is cut off', async () => {
    const jpeg = await wavesJpeg()
    expect(await refused(jpeg.subarray(0, jpeg.length / 2))).toMatchObject({ code: 'file_corrupt_or_locked' })
  })

  it('when only its end marker is missing', async () => {
    const jpeg = await wavesJpeg()
    expect((await refused(jpeg.subarray(0, -2))).code).toBe('file_corrupt_or_locked')
  })

  it('when half its data is gone although it ends properly', async () => {
    const jpeg = await wavesJpeg()
    const half = Buffer.concat([jpeg.subarray(0, jpeg.length / 2), endOfImage])
    expect((await refused(half)).code).toBe('file_corrupt_or_locked')
  })

  it('when it has no frame header, or nothing but its first bytes', async () => {
    expect((await refused(Buffer.from([0xff, 0xd8, 0xff, 0xd9]))).code).toBe('file_corrupt_or_locked')
    expect((await refused(Buffer.from([0xff, 0xd8, 0xff]))).code).toBe('file_corrupt_or_locked')
  })
})

describe('limits hold before a pixel is decoded', () => {
  it('more than 50 megapixels are too many', async () => {
    const refusal = await refused(withJpegSize(await wavesJpeg(), 8000, 7625))
    expect(refusal).toEqual({
      code: 'file_too_large',
      message: 'This photo has 61 megapixels; we can take up to 50.',
      value: 61_000_000,
      limit: 50_000_000,
      unit: 'pixels',
    })
  })

  it('the largest size a header can claim is refused', async () => {
    expect((await refused(withJpegSize(await wavesJpeg(), 65_535, 65_535))).unit).toBe('pixels')
  })

  it('a side above 20,000 pixels is too long', async () => {
    expect(await refused(withJpegSize(await wavesJpeg(), 20_001, 100))).toMatchObject({ unit: 'px', value: 20_001 })
  })

  it('more than 100 scans are too many', async () => {
    const jpeg = await waves().jpeg({ progressive: true }).toBuffer()
    const scan = markerOffset(jpeg, 0xda)
    const header = jpeg.subarray(scan, scan + 2 + jpeg.readUInt16BE(scan + 2))
    const again = Buffer.concat([jpeg.subarray(0, -2), ...Array(101).fill(header), endOfImage])
    expect(await refused(again)).toMatchObject({ code: 'file_too_large', unit: 'scans', limit: 100 })
  })

  it('a file above the size the policy takes is refused with both numbers', async () => {
    const padded = Buffer.concat([await wavesJpeg(), Buffer.alloc(20_400_000)])
    const refusal = await refused(padded)
    expect(refusal).toMatchObject({ code: 'file_too_large', unit: 'bytes', value: padded.length, limit: 20_000_000 })
    expect(refusal.message).toBe('This file has 20.4 MB; we can take up to 20 MB.')
  })
})

describe('sound JPEGs of every kind come in', () => {
  it('progressive, grey, and with every EXIF orientation, standing upright', async () => {
    expect((await accepted(await waves().jpeg({ progressive: true }).toBuffer())).facts.widthPx).toBe(640)
    expect((await accepted(await waves().greyscale().jpeg().toBuffer())).facts.type).toBe('jpeg')
    for (let orientation = 1; orientation <= 8; orientation++) {
      const turned = await waves().jpeg().withMetadata({ orientation }).toBuffer()
      const { facts, derivatives } = await accepted(turned)
      const upright = orientation < 5 ? [640, 400] : [400, 640]
      expect([facts.widthPx, facts.heightPx, facts.orientation]).toEqual([...upright, orientation])
      expect([derivatives.view.widthPx, derivatives.view.heightPx]).toEqual(upright)
    }
  })

  it('with an orientation that does not exist, as if it had none', async () => {
    const jpeg = await waves().jpeg().withMetadata({ orientation: 6 }).toBuffer()
    const tag = jpeg.indexOf(Buffer.from([0x12, 0x01, 0x03, 0x00, 0x01, 0x00, 0x00, 0x00, 0x06]))
    expect(tag).toBeGreaterThan(0)
    jpeg[tag + 8] = 9
    expect((await accepted(jpeg)).facts).toMatchObject({ orientation: 1, widthPx: 640 })
  })

  it('in CMYK, shown in sRGB', async () => {
    const cmyk = await waves().toColourspace('cmyk').jpeg().toBuffer()
    const { derivatives } = await accepted(cmyk)
    expect(await sharp(derivatives.view.bytes).metadata()).toMatchObject({ space: 'srgb', channels: 3 })
  })

  it('with stray bytes between markers and fill bytes before the end', async () => {
    const jpeg = await wavesJpeg()
    const frame = markerOffset(jpeg, 0xc0)
    const stray = Buffer.concat([jpeg.subarray(0, frame), Buffer.alloc(5), jpeg.subarray(frame)])
    const filled = Buffer.concat([jpeg.subarray(0, -2), Buffer.from([0xff, 0xff]), endOfImage])
    expect((await accepted(stray)).facts.widthPx).toBe(640)
    expect((await accepted(filled)).facts.widthPx).toBe(640)
  })
})

describe('nothing but pixels gets through', () => {
  it('what is appended and what is in metadata is in no derivative', async () => {
    const payload = '<script>alert(1)</script>'
    const jpeg = await waves()
      .jpeg()
      .withExif({ IFD0: { ImageDescription: payload } })
      .toBuffer()
    const { facts, derivatives } = await accepted(Buffer.concat([jpeg, Buffer.from(payload)]))
    expect(facts.sizeBytes).toBe(jpeg.length + payload.length)
    for (const { bytes } of [derivatives.view, derivatives.thumb]) {
      expect(Buffer.from(bytes).includes('script')).toBe(false)
      expect((await sharp(bytes).metadata()).exif).toBeUndefined()
    }
  })

  it('the view is at most 2400 px long and the thumbnail 320, and neither is enlarged', async () => {
    const large = await accepted(await waves(3000, 1500).jpeg().toBuffer())
    expect([large.derivatives.view.widthPx, large.derivatives.view.heightPx]).toEqual([2400, 1200])
    expect([large.derivatives.thumb.widthPx, large.derivatives.thumb.heightPx]).toEqual([320, 160])
    const small = await accepted(await waves(100, 60).jpeg().toBuffer())
    expect([small.derivatives.view.widthPx, small.derivatives.thumb.widthPx]).toEqual([100, 100])
  })
})
