import type { DocumentOutline, Picture } from '#lib/domain/artifacts'
import { type CaptureKind, showsDocument } from '#lib/domain/capture'
import { documentOutline } from '#lib/pixels/document-outline'

/** The document in one capture; null for selfies and where none stands out. Costs about 60 ms. */
export function findDocument(kind: CaptureKind, picture: Picture): DocumentOutline | null {
  return showsDocument(kind) ? documentOutline(picture) : null
}
