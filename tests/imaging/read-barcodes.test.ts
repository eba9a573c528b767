import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import { readAamva } from '#lib/domain/aamva'
import { decodeCapture } from '#lib/imaging/decode-capture'
import { readBarcodes } from '#lib/imaging/read-barcodes'
import { lumaOf } from '#lib/pixels/luma'

async function pictureWith(format: 'PDF417' | 'QRCode', text: string) {
  const { buffer } = await readFile('node_modules/zxing-wasm/dist/writer/zxing_writer.wasm')
  await prepareZXingModule({ overrides: { wasmBinary: buffer as ArrayBuffer }, fireImmediately: true })
  const { image } = await writeBarcode(text, { format, scale: 4 })
  const code = await sharp(Buffer.from(await image!.arrayBuffer()))
    .png()
    .toBuffer()
  const card = sharp({ create: { width: 1000, height: 640, channels: 3, background: '#fff' } })
  const bytes = await card
    .composite([{ input: code, left: 100, top: 200 }])
    .jpeg()
    .toBuffer()
  return lumaOf((await decodeCapture(bytes)).picture)
}

test.each(['PDF417', 'QRCode'] as const)('a %s is read where it stands', async (symbology) => {
  const [barcode] = await readBarcodes(await pictureWith(symbology, 'UTOPIA 12345'), null)
  expect(barcode).toMatchObject({ symbology, text: 'UTOPIA 12345' })
  for (const [x, y] of barcode!.place) expect(x > 0.08 && x < 0.9 && y > 0.25 && y < 0.95).toBe(true)
})

test('what stands between lines of a barcode comes as it is there', async () => {
  const text = '@\n\x1e\rANSI 636026080102DL00410288ZA03290015DLDAQD12345678\nDCSSAMPLE\r'
  const [barcode] = await readBarcodes(await pictureWith('PDF417', text), null)
  expect(barcode?.text).toBe(text)
})

test('a North American card’s name, birth and expiry are read from its picture', async () => {
  const text =
    '@\n\x1e\rANSI 636000100001ID00310200IDDAQD231458907\nDCSERIKSSON\nDACANNA\nDADMARIA\nDBB08121974\nDBA04152034\nDCGUSA\r'
  const [barcode] = await readBarcodes(await pictureWith('PDF417', text), null)
  expect(readAamva(barcode!.text)).toMatchObject({
    surname: 'ERIKSSON',
    givenNames: 'ANNA MARIA',
    birthDate: '1974-08-12',
    expiryDate: '2034-04-15',
  })
})
