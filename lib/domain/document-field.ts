import type { TextStretch } from './character-differences.ts'
import type { FactSource } from './document-facts.ts'
import type { Outline } from './region.ts'

/** The fields a document is judged by, in the order they are shown. */
export const documentFieldNames = [
  'documentNumber',
  'surname',
  'givenNames',
  'birthDate',
  'sex',
  'nationality',
  'issuingState',
  'expiryDate',
] as const
export type DocumentFieldName = (typeof documentFieldNames)[number]

export const documentFieldTitle: Record<DocumentFieldName, string> = {
  documentNumber: 'Number',
  surname: 'Surname',
  givenNames: 'Given names',
  birthDate: 'Date of birth',
  sex: 'Sex',
  nationality: 'Nationality',
  issuingState: 'Issuing state',
  expiryDate: 'Date of expiry',
}

/** A field as the machine read it in one place. */
export interface FieldReading {
  source: FactSource
  /** As it stands there; `normal` is what is compared: dates as `YYYY-MM-DD`, states as ISO 3166-1 alpha-3. */
  text: string
  normal: string
  /** 0..1: of the character or word read least surely. Null where an earlier version of a check did not keep it. */
  confidence: number | null
  isCertain: boolean
  captureId: string
  /** Null where an earlier version of a check did not keep it. */
  place: Outline | null
}

/** What a person read instead; the newest of a field is in force. */
export interface FieldCorrection {
  value: string
  machineValue: string | null
  by: string
  at: Date
}

/** One place a field's value comes from, held against the value in force. */
export interface FieldSource {
  source: FactSource | 'declared'
  /** As it stands there. */
  text: string
  /** What is compared, where it is written otherwise: `1990-03-12` for 12 MAR 1990. */
  normal: string | null
  agrees: boolean
  stretches: TextStretch[]
  /** The differences for whoever can't see them marked. */
  differences: string | null
  confidence: number | null
  isCertain: boolean
  captureId: string | null
  place: Outline | null
}

/** `single` where nothing stands beside the one source, `unread` where there is no source at all. */
export type FieldAgreement = 'agree' | 'differ' | 'unsure' | 'single' | 'unread'

export interface DocumentField {
  name: DocumentFieldName
  /** In force: corrected by hand, or else what was read most surely. Null where nothing was read. */
  value: string | null
  /** The value in words where it is a code: Latvia for LVA. */
  meaning: string | null
  agreement: FieldAgreement
  sources: FieldSource[]
  correction: FieldCorrection | null
}
