import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Policy } from '#lib/domain/policy'
import { inspectUpload } from '#lib/imaging/inspect-upload'
import type { CaptureToCheck } from '#lib/imaging/pool-messages'

export interface DrawnCapture {
  capture: CaptureToCheck
  file: string
  /** Where the file lies; to be removed by whoever asked for it. */
  folder: string
}

/** A clean specimen of an ID card's front or a passport's page, through the door. */
export async function drawnCapture(
  kind: 'id_front' | 'passport_page',
  widthPx: number,
  policy: Policy,
): Promise<DrawnCapture> {
  const folder = mkdtempSync(join(tmpdir(), 'speed-'))
  // Drawn by a process of its own: this one opens nothing but JPEG and PNG.
  const drawing = ['specimens/write-specimens.ts', '--out', folder, '--count', '1', '--seed', 'speed']
  execFileSync(process.execPath, [...drawing, '--width', String(widthPx), '--kind', kind], { stdio: 'ignore' })
  const file = join(folder, readdirSync(folder).find((name) => name.endsWith('.jpg'))!)
  const bytes = readFileSync(file)
  const inspection = await inspectUpload(bytes, policy)
  if (!inspection.accepted) throw new Error(inspection.refusal.message)
  const declared = {
    documentType: null,
    country: null,
    name: null,
    birthDate: null,
    receivedAt: '2026-01-01T00:00:00Z',
  }
  return { capture: { kind, bytes, facts: inspection.facts, declared, policy }, file, folder }
}
