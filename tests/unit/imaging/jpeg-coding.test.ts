import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJpegCoding } from '#lib/imaging/jpeg-coding'
import { libjpegQuality, libjpegTable } from '#lib/imaging/jpeg-quality'

const startOfImage = [0xff, 0xd8]
const frame = (marker: number) => [0xff, marker, 0, 17, 8, 0, 50, 0, 100, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]
const scan = [0xff, 0xda, 0, 2, 1, 2]
const named = (marker: number, text: string) => [0xff, marker, 0, 2 + text.length, ...Buffer.from(text, 'latin1')]
const tableOf = (id: number, steps: number[]) => [0xff, 0xdb, 0, 67, id, ...steps]

describe('how a JPEG was coded', () => {
  it('is read from the markers before the first scan', () => {
    const bytes = Uint8Array.from([
      ...startOfImage,
      ...named(0xe0, 'JFIF\0rest'),
      ...named(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x/>'),
      ...named(0xed, 'Photoshop 3.0\0'),
      ...named(0xfe, 'File written by a program'),
      ...tableOf(0, libjpegTable(83)),
      ...tableOf(1, libjpegTable(20)),
      ...frame(0xc2),
      ...scan,
      ...named(0xe2, 'ICC_PROFILE'),
    ])
    expect(readJpegCoding(bytes)).toEqual({
      quantisation: [libjpegTable(83), libjpegTable(20)],
      quality: 83,
      sampling: [
        [2, 2],
        [1, 1],
        [1, 1],
      ],
      progressive: true,
      segments: [
        { name: 'JFIF', bytes: 9 },
        { name: 'XMP', bytes: 33 },
        { name: 'Photoshop 3.0', bytes: 14 },
        { name: 'Comment: File written by a program', bytes: 25 },
      ],
    })
  })

  it('is null for what is no JPEG', () => {
    expect(readJpegCoding(Uint8Array.from([0x89, 0x50, 0x4e, 0x47]))).toBeNull()
    expect(readJpegCoding(new Uint8Array())).toBeNull()
  })

  it('is not looked for behind hundreds of segments, however many a file is stuffed with', () => {
    const stuffing = Buffer.alloc(4 * 1000, Buffer.from([0xff, 0xe0, 0, 2]))
    expect(readJpegCoding(Buffer.concat([Buffer.from(startOfImage), stuffing, Buffer.from(frame(0xc0))]))).toBeNull()
  })
})

it('every libjpeg quality that has a table of its own is told exactly', () => {
  for (let quality = 10; quality <= 100; quality++) expect(libjpegQuality(libjpegTable(quality))).toBe(quality)
})

it('no bytes whatever make the reader throw', () => {
  const marks = fc.constantFrom(0xff, 0xd8, 0xc0, 0xc2, 0xda, 0xdb, 0xe1, 0xfe, 0xd9, 0x00, 0x02, 0x10, 0x43)
  fc.assert(
    fc.property(fc.array(fc.oneof(marks, fc.nat(255)), { maxLength: 300 }), (bytes) => {
      readJpegCoding(Uint8Array.from([...startOfImage, ...bytes]))
      readJpegCoding(Uint8Array.from([...startOfImage, ...frame(0xc0), ...bytes]))
      readJpegCoding(Uint8Array.from(bytes))
    }),
    { numRuns: 2000 },
  )
})
