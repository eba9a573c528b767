import type { CaptureKind } from '#lib/domain/capture'
import type { OutlinePoint } from '#lib/domain/region'

/** One picture with what is known of it; a field left out is not known, and the picture then stays out of that table. */
export interface Sample {
  name: string
  /** File to read; specimens are written to a temporary folder so that peers read the same bytes. */
  path: string
  kind: CaptureKind
  /** The manifest's row as it stands, `{}` for drawn ones: labels that one table alone asks for. */
  labels: Record<string, string>
  blurred?: boolean
  /** PNG over the upright picture, white = blurred. */
  blurMask?: string
  glare?: boolean
  /** PNG over the upright picture, white = glare. */
  glareMask?: string
  outline?: readonly OutlinePoint[]
  blackAndWhite?: boolean
  /** What the document says: the lines of its MRZ, and the fields that this picture shows. */
  mrzLines?: string[]
  printed?: Partial<Record<'documentNumber' | 'surname' | 'givenNames' | 'birthDate' | 'expiryDate', string>>
}
