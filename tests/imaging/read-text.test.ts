import { beforeAll, expect, test } from 'vitest'
import type { TextReading } from '#lib/domain/artifacts'
import { printedFields } from '#lib/domain/printed-fields'
import { boundingBox, type OutlinePoint } from '#lib/domain/region'
import { decodeCapture } from '#lib/imaging/decode-capture'
import { findDocument } from '#lib/imaging/find-document'
import { sharp } from '#lib/imaging/guarded-sharp'
import { readText } from '#lib/imaging/read-text'
import { lumaOf } from '#lib/pixels/luma'
import { makeSpecimen, type Specimen } from '#specimens/make-specimen'

const today = '2026-06-15'
let front: Specimen

beforeAll(async () => {
  // Specimens are drawn as SVG, a format shut wherever strangers' files are read; none are in this process.
  sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] })
  front = await makeSpecimen({ seed: 'read-text', kind: 'id_front', background: 'wood' })
})

async function read(bytes: Uint8Array): Promise<TextReading | null> {
  const { picture } = await decodeCapture(bytes)
  return readText({ luma: lumaOf(picture), documentOutline: findDocument('id_front', picture), mrz: null })
}

test('the fields of a photographed card are read, each where it stands', async () => {
  const text = await read(front.bytes)
  const { documentNumber, birthDate, expiryDate } = printedFields(text!, today)
  const { person, outline } = front.truth
  expect(documentNumber?.value).toBe(person.documentNumber)
  expect(birthDate?.value).toBe(person.birthDate)
  expect(expiryDate?.value).toBe(person.expiryDate)
  const [left, top, right, bottom] = boundingBox(outline as readonly OutlinePoint[])
  for (const [x, y] of text!.words.filter(({ confidence }) => confidence > 0.8).flatMap(({ place }) => place)) {
    expect(x > left - 0.02 && x < right + 0.02 && y > top - 0.02 && y < bottom + 0.02).toBe(true)
  }
})

test.each([
  [90, 1],
  [180, 2],
  [270, 3],
])('a card turned by %i degrees is read all the same', async (degrees, quarterTurns) => {
  const text = await read(await sharp(front.bytes).autoOrient().rotate(degrees).jpeg({ quality: 90 }).toBuffer())
  expect(text?.quarterTurns).toBe(quarterTurns)
  expect(printedFields(text!, today).documentNumber?.value).toBe(front.truth.person.documentNumber)
})

test('a picture without print has no text', async () => {
  const empty = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#c8c4b8' } })
    .jpeg()
    .toBuffer()
  expect(await read(empty)).toBeNull()
})
