import type { FileFacts } from '#lib/domain/artifacts'
import type { CaptureKind } from '#lib/domain/capture'
import type { UploadedFile } from '#lib/domain/intake'
import type { Policy } from '#lib/domain/policy'
import type { Refusal } from '#lib/domain/refusal'
import { imagingPool } from '#lib/imaging/pool'
import { derivativeKey, objectStore, originalKey } from '#lib/storage/object-store'

/** A file the door let in: what is known of it, and its objects, already in the store. */
export interface InspectedFile {
  kind: CaptureKind
  facts: FileFacts
  viewKey: string
  viewWidthPx: number
  viewHeightPx: number
  thumbKey: string
}

/**
 * Judges every file and stores them only when all are accepted. Objects come before the rows that name them: a crash in
 * between leaves an object nobody names, which a sweep can delete, and never a row without its object.
 */
export async function inspectFiles(
  files: readonly UploadedFile[],
  policy: Policy,
): Promise<{ accepted: InspectedFile[]; refusals: (Refusal & { kind: CaptureKind })[] }> {
  const inspected = await Promise.all(
    files.map(async (file) => ({ ...file, verdict: await imagingPool().inspectUpload(file.bytes, policy) })),
  )
  const refusals = inspected.flatMap(({ kind, verdict }) => (verdict.accepted ? [] : [{ kind, ...verdict.refusal }]))
  if (refusals.length > 0) return { accepted: [], refusals }

  const store = objectStore()
  const accepted = await Promise.all(
    inspected.map(async ({ kind, bytes, verdict }) => {
      if (!verdict.accepted) throw new Error('Refused files were returned above')
      const { facts, derivatives } = verdict
      const viewKey = derivativeKey(facts.sha256, 'view')
      const thumbKey = derivativeKey(facts.sha256, 'thumb')
      await Promise.all([
        store.put(originalKey(facts.sha256), bytes),
        store.put(viewKey, derivatives.view.bytes),
        store.put(derivativeKey(facts.sha256, 'fit'), derivatives.fit.bytes),
        store.put(thumbKey, derivatives.thumb.bytes),
      ])
      const { widthPx: viewWidthPx, heightPx: viewHeightPx } = derivatives.view
      return { kind, facts, viewKey, viewWidthPx, viewHeightPx, thumbKey }
    }),
  )
  return { accepted, refusals: [] }
}
