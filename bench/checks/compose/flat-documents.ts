import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CaptureKind, documentCaptureKinds } from '#lib/domain/capture'
import { sharp } from '#lib/imaging/guarded-sharp'
import { type DocumentKind, designs, drawDocument, type FlatDocument } from '#specimens/draw/document'
import { fictitiousPerson } from '#specimens/person'
import type { Random } from '#specimens/random'
import { readTable } from '../../read-table.ts'

/** A document lying flat, with what is printed on it as the corpus's manifest words it. */
export interface FlatSource {
  name: string
  kind: CaptureKind
  labels: Record<string, string>
  /** How many pixels across it has to give; drawn ones have any number. */
  widthPx: number
  /** The flat picture with about this many pixels across. */
  open(widthPx: number): Promise<FlatDocument>
}

/** Widths in millimetres of ISO/IEC 7810 ID-1 and ID-3. */
const cardMm = 85.6
const passportMm = 125

/** One document alone and on its long side: two sides of a card on one picture and double pages stand upright. */
const aspects = [1.3, 1.75] as const
const leastWidthPx = 360

/** The corpus's scans that show one document and nothing else, in the order of its manifest. */
export async function scannedDocuments(corpus: string): Promise<FlatSource[]> {
  const rows = readTable(await readFile(join(corpus, 'manifest.csv'), 'utf8'))
  return rows.filter(showsOneDocument).map((row) => {
    const isPassport = row.doc_type === 'passport' || row.doc_type === 'visa'
    return {
      name: row.path!,
      kind: isPassport ? 'passport_page' : row.side === 'back' ? 'id_back' : 'id_front',
      labels: row,
      widthPx: Number(row.width),
      open: (widthPx) => openScan(join(corpus, row.path!), widthPx, isPassport ? passportMm : cardMm),
    }
  })
}

function showsOneDocument({ set, doc_type, low_res, width, height, notes }: Record<string, string>): boolean {
  const aspect = Number(width) / Number(height)
  return (
    set === 'docs' &&
    doc_type !== 'not_id' &&
    low_res !== 'yes' &&
    Number(width) >= leastWidthPx &&
    aspect >= aspects[0] &&
    aspect <= aspects[1] &&
    !notes!.includes('diagram')
  )
}

async function openScan(path: string, widthPx: number, widthMm: number): Promise<FlatDocument> {
  const { data, info } = await sharp(await readFile(path))
    .toColourspace('srgb')
    .flatten({ background: '#fff' })
    .resize(Math.round(widthPx), undefined, { kernel: 'cubic' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, pxPerMm: info.width / widthMm }
}

/** A specimen's flat face, of a kind and a person by lot. */
export function drawnDocument(random: Random, seed: string): FlatSource {
  const kind: DocumentKind = random.pick(documentCaptureKinds)
  const person = fictitiousPerson(seed)
  const design = designs[kind]
  return {
    name: `drawn/${seed}`,
    kind,
    labels: { mrz_text: kind === 'id_front' ? '' : design.mrz(person).join('|'), doc_type: kind },
    widthPx: Number.POSITIVE_INFINITY,
    open: (widthPx) => drawDocument(kind, person, Math.max(3, Math.round((2 * widthPx) / design.width) / 2)),
  }
}
