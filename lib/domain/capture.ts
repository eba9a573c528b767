export const captureKinds = ['id_front', 'id_back', 'passport_page', 'selfie'] as const
export type CaptureKind = (typeof captureKinds)[number]

/** Kinds that show a document; the rest show a person. */
export const documentCaptureKinds = ['id_front', 'id_back', 'passport_page'] as const satisfies readonly CaptureKind[]

export const documentTypes = ['passport', 'id_card'] as const
export type DocumentType = (typeof documentTypes)[number]

export const captureKindTitle: Record<CaptureKind, string> = {
  id_front: 'ID card, front',
  id_back: 'ID card, back',
  passport_page: 'Passport, data page',
  selfie: 'Selfie',
}

export const documentTypeTitle: Record<DocumentType, string> = {
  passport: 'Passport',
  id_card: 'ID card',
}

/** True for captures that show a document. */
export function showsDocument(kind: CaptureKind): boolean {
  return kind !== 'selfie'
}

/**
 * Physical size of the whole document in millimetres (width × height), from ISO/IEC 7810: ID-1 for cards, ID-3 for a
 * passport's data page.
 */
export const documentSizeMm: Record<DocumentType, { width: number; height: number }> = {
  passport: { width: 125, height: 88 },
  id_card: { width: 85.6, height: 53.98 },
}

/** The document type a capture of this kind shows, or null for a selfie. */
export function documentTypeOf(kind: CaptureKind): DocumentType | null {
  if (kind === 'selfie') return null
  return kind === 'passport_page' ? 'passport' : 'id_card'
}
