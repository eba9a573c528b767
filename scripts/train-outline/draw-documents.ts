import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { documentCaptureKinds } from '#lib/domain/capture'
import { designs, drawDocument } from '#specimens/draw/document'
import { makeSpecimen } from '#specimens/make-specimen'
import { fictitiousPerson } from '#specimens/person'

/** How many documents of each kind, and selfies to lay documents on. */
const each = 60
const widthPx = 400

/** Draws what `train.py` lays on tables: flat documents, their portraits by themselves, and selfies. Usage: node draw-documents.ts FOLDER */
async function drawAll(folder: string): Promise<void> {
  for (const part of ['documents', 'portraits', 'people']) await mkdir(join(folder, part), { recursive: true })
  for (let n = 0; n < each; n++) {
    const person = fictitiousPerson(`outline/${n}`)
    for (const kind of documentCaptureKinds) {
      const { width: widthMm, portrait } = designs[kind]
      const { data, width, height, pxPerMm } = await drawDocument(kind, person, widthPx / widthMm)
      const flat = sharp(data, { raw: { width, height, channels: 3 } })
      await flat
        .clone()
        .png()
        .toFile(join(folder, 'documents', `${kind}-${n}.png`))
      if (!portrait) continue
      const [left, top, wide, high] = [portrait.x, portrait.y, portrait.width, portrait.height].map((mm) =>
        Math.round(mm * pxPerMm),
      ) as [number, number, number, number]
      await flat
        .clone()
        .extract({ left, top, width: wide, height: high })
        .png()
        .toFile(join(folder, 'portraits', `${kind}-${n}.png`))
    }
    const { bytes } = await makeSpecimen({ kind: 'selfie', seed: `outline/${n}`, widthPx })
    await writeFile(join(folder, 'people', `${n}.jpg`), bytes)
  }
}

await drawAll(process.argv[2]!)
