import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJpegStructure } from '#lib/imaging/jpeg-structure'
import { readPdfStructure } from '#lib/imaging/pdf-structure'
import { readPngStructure } from '#lib/imaging/png-structure'

const startOfImage = [0xff, 0xd8]
const endOfImage = [0xff, 0xd9]
/** 100 × 50, three components, the first sampled twice in both directions. */
const frame = (marker: number) => [0xff, marker, 0, 17, 8, 0, 50, 0, 100, 3, 1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0]
const scan = [0xff, 0xda, 0, 2, 1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4]

describe('the markers of a JPEG', () => {
  it('give size, scans and end; stuffed bytes and restarts in the data are no markers', () => {
    const bytes = Uint8Array.from([...startOfImage, ...frame(0xc0), ...scan, ...endOfImage, 9, 9])
    const expected = { widthPx: 100, heightPx: 50, scans: 1, complete: true, bufferBytes: 0 }
    expect(readJpegStructure(bytes)).toEqual(expected)
  })

  it('of several scans mean that all coefficients are held at once, two bytes each', () => {
    const bytes = Uint8Array.from([...startOfImage, ...frame(0xc2), ...scan, ...scan, ...endOfImage])
    expect(readJpegStructure(bytes)).toMatchObject({ scans: 2, bufferBytes: 2 * 100 * 50 * 1.5 })
  })

  it('of a thumbnail inside a segment do not end the picture', () => {
    const thumbnail = [0xff, 0xe1, 0, 2 + 4, ...startOfImage, ...endOfImage]
    const bytes = Uint8Array.from([...startOfImage, ...thumbnail, ...frame(0xc0), ...scan])
    expect(readJpegStructure(bytes)).toMatchObject({ widthPx: 100, complete: false })
  })
})

it('no bytes whatever make the readers throw or run on', () => {
  const jpegLike = fc.array(fc.constantFrom(0xff, 0xd8, 0xc0, 0xc2, 0xda, 0xd9, 0x00, 0x02, 0x11, 0x7f), {
    maxLength: 200,
  })
  const anything = fc.array(fc.nat(255), { maxLength: 200 })
  fc.assert(
    fc.property(fc.oneof(jpegLike, anything), (bytes) => {
      readJpegStructure(Uint8Array.from([...startOfImage, ...bytes]))
      readPngStructure(Uint8Array.from([...Array(12).fill(0), 0x49, 0x48, 0x44, 0x52, ...bytes]))
      readPdfStructure(Buffer.concat([Buffer.from('%PDF-1.7 1 0 obj << /FlateDecode >> stream\n'), Buffer.from(bytes)]))
    }),
    { numRuns: 500 },
  )
})
