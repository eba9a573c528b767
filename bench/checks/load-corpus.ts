import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CaptureKind } from '#lib/domain/capture'
import { readTable } from '../read-table.ts'
import type { Sample } from './sample.ts'

type Row = Record<string, string>

/** The corpus's pictures with those labels its manifest gives; PDFs, HEIC files and drawn masks by a network left out. */
export async function loadCorpus(folder: string): Promise<Sample[]> {
  const rows = readTable(await readFile(join(folder, 'manifest.csv'), 'utf8'))
  return rows
    .filter(({ path, kind }) => kind !== 'pdf' && /\.(jpe?g|png)$/i.test(path!))
    .map((row) => {
      const mask = row.mask_path ? join(folder, row.mask_path) : undefined
      return {
        name: row.path!,
        path: join(folder, row.path!),
        kind: kindOf(row),
        labels: row,
        blurred: yesOrNo(row.blurred),
        blurMask: row.mask_kind?.startsWith('white=blurred') ? mask : undefined,
        glare: yesOrNo(row.glare),
        glareMask: row.mask_kind?.startsWith('white=glare') ? mask : undefined,
        outline: cornersOf(row),
        blackAndWhite: blackAndWhite(row),
        mrzLines: row.mrz_text ? row.mrz_text.split('|') : undefined,
      }
    })
}

function kindOf({ kind, doc_type }: Row): CaptureKind {
  if (kind !== 'document') return 'selfie'
  return doc_type === 'passport' || doc_type === 'visa' ? 'passport_page' : 'id_front'
}

/**
 * An empty cell says nothing; people and identity documents were looked at and are in colour unless labelled, other papers may
 * well be black on white. Sepia is labelled apart.
 */
function blackAndWhite({ bw, set }: Row): boolean | undefined {
  if (bw === 'yes') return true
  return bw === '' && (set === 'faces' || set === 'docs') ? false : undefined
}

function yesOrNo(cell: string | undefined): boolean | undefined {
  return cell === 'yes' ? true : cell === 'no' ? false : undefined
}

function cornersOf({ corners, width, height }: Row): [number, number][] | undefined {
  if (!corners) return undefined
  return corners.split(';').map((corner) => {
    const [x, y] = corner.split(',').map(Number)
    return [x! / Number(width), y! / Number(height)]
  })
}
