import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { prepareZXingModule, type ReaderOptions, readBarcodes as readWithZxing } from 'zxing-wasm/reader'
import type { Barcode, DocumentOutline, Plane } from '#lib/domain/artifacts'
import { boundingBox, type Outline } from '#lib/domain/region'
import { cropPlane } from '#lib/pixels/crop'

/** What identity cards carry; trying more formats costs time and finds stripes that are none. */
const options: ReaderOptions = {
  formats: ['PDF417', 'QRCode', 'DataMatrix', 'Aztec'],
  tryInvert: false,
  // As it stands there: by default a line feed comes as the four letters <LF>.
  textMode: 'Plain',
  maxNumberOfSymbols: 4,
}

let prepared: Promise<unknown> | undefined

/** The reader's program comes from the package on disk; by default it would be fetched. */
function prepare(): Promise<unknown> {
  prepared ??= readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')).then(
    ({ buffer }) => prepareZXingModule({ overrides: { wasmBinary: buffer as ArrayBuffer }, fireImmediately: true }),
  )
  return prepared
}

/** Barcodes on the document, or in the whole picture where no document was found. About 70 ms. */
export async function readBarcodes(luma: Plane, documentOutline: DocumentOutline | null): Promise<Barcode[]> {
  await prepare()
  const { plane, left, top } = cropPlane(luma, documentOutline ? boundingBox(documentOutline.outline) : [0, 0, 1, 1])
  const found = await readWithZxing(asImageData(plane), options)
  return found
    .filter(({ isValid }) => isValid)
    .map(({ format, text, position: { topLeft, topRight, bottomRight, bottomLeft } }) => ({
      symbology: format,
      text,
      place: [topLeft, topRight, bottomRight, bottomLeft].map(({ x, y }) => [
        (left + x) / luma.width,
        (top + y) / luma.height,
      ]) as unknown as Outline,
    }))
}

function asImageData({ data, width, height }: Plane): ImageData {
  const colours = new Uint8ClampedArray(4 * data.length)
  for (let i = 0; i < data.length; i++) {
    colours.fill(data[i]!, 4 * i, 4 * i + 3)
    colours[4 * i + 3] = 255
  }
  return { data: colours, width, height, colorSpace: 'srgb' } as ImageData
}
