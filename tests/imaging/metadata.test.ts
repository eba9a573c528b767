import { expect, test } from 'vitest'
import { openFile } from '#lib/imaging/open-file'
import { readPngText } from '#lib/imaging/png-text'
import { waves, withChunk } from './make-files.ts'

async function metadataOf(bytes: Uint8Array, type: 'jpeg' | 'png') {
  const opened = await openFile(bytes, type)
  if ('code' in opened) throw new Error(opened.message)
  return opened.metadata()
}

test('a comment that names the screenshot is read from EXIF and from a PNG’s XMP', async () => {
  const exif = { IFD2: { UserComment: 'Screenshot' } }
  expect(await metadataOf(await waves().withExif(exif).jpeg().toBuffer(), 'jpeg')).toMatchObject({
    UserComment: 'Screenshot',
  })
  const xmp = 'XML:com.adobe.xmp\0\0\0\0\0<x><exif:UserComment><rdf:Alt><rdf:li>Screenshot</rdf:li></rdf:Alt></x>'
  const png = withChunk(await waves().png().toBuffer(), 'iTXt', Buffer.from(xmp))
  expect(await metadataOf(png, 'png')).toMatchObject({ UserComment: 'Screenshot' })
})

test('a PNG says which program wrote it and at which resolution; anything but plain words is dropped', async () => {
  let png: Buffer = await waves().png().toBuffer()
  png = withChunk(png, 'tEXt', Buffer.from('Comment\0<script>alert(1)</script>'))
  png = withChunk(png, 'tEXt', Buffer.from('Software\0gnome-screenshot'))
  png = withChunk(png, 'pHYs', Buffer.from([0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1]))
  expect(readPngText(png)).toEqual({
    XResolution: '300',
    ResolutionUnit: 'inches',
    Software: 'gnome-screenshot',
  })
})

test('JFIF’s density is known, but EXIF’s goes before it', async () => {
  const scanned = await waves().withMetadata({ density: 300 }).jpeg().toBuffer()
  expect((await metadataOf(scanned, 'jpeg')).XResolution).toBe('300')
})
