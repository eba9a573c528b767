import { z } from 'zod'

/** What a reason's evidence looks like: a place on the picture, a number or text, or nothing a machine can show. */
export type ReasonEvidence = 'region' | 'value' | 'none'

/** `retry`: a new photo can help. `final`: it cannot, and a person decides. `retry_then_final`: final on repeat or when confirmed. */
export type ReasonFinality = 'retry' | 'final' | 'retry_then_final'

export type ReasonGroup = 'file' | 'picture' | 'framing' | 'eligibility' | 'authenticity' | 'person' | 'history'

/** Headings for staff, in the order of the catalogue. */
export const reasonGroupTitle: Record<ReasonGroup, string> = {
  file: 'File',
  framing: 'Document in the frame',
  picture: 'Picture',
  eligibility: 'Eligibility',
  authenticity: 'Authenticity',
  person: 'Person',
  history: 'History',
}
export const reasonGroups = Object.keys(reasonGroupTitle) as ReasonGroup[]

export interface Reason {
  /** For staff. The customer's wording is a ReasonTemplate. */
  title: string
  group: ReasonGroup
  /** `internal` reasons never show the customer the signal: their wording stays neutral. */
  audience: 'customer' | 'internal'
  finality: ReasonFinality
  evidence: ReasonEvidence
}

type Row = [
  title: string,
  group: ReasonGroup,
  finality: ReasonFinality,
  evidence: ReasonEvidence,
  internal?: 'internal',
]

/**
 * The reason catalogue, most actionable first within a group and groups in the order a customer is told about them.
 * Codes are stable ids: they are stored with decisions and must never be renamed.
 */
const rows = {
  file_type_unsupported: ['File type not accepted', 'file', 'retry', 'value'],
  file_pdf_not_accepted: ['PDF not accepted', 'file', 'retry', 'value'],
  file_too_large: ['File too large', 'file', 'retry', 'value'],
  file_too_small: ['File too small', 'file', 'retry', 'value'],
  file_corrupt_or_locked: ['File damaged or locked', 'file', 'retry', 'none'],
  connection_interrupted: ['Upload was interrupted', 'file', 'retry', 'none'],
  camera_denied: ['Camera access refused', 'file', 'retry', 'none'],
  camera_unavailable: ['Camera not available', 'file', 'retry', 'none'],

  doc_not_found: ['No document in the picture', 'framing', 'retry', 'none'],
  doc_wrong_side: ['Wrong side of the document', 'framing', 'retry', 'none'],
  doc_wrong_page: ['Wrong page of the passport', 'framing', 'retry', 'none'],
  doc_side_missing: ['A side of the document is missing', 'framing', 'retry', 'none'],
  doc_same_side_twice: ['Same side sent twice', 'framing', 'retry', 'none'],
  doc_cut_off: ['Document cut off', 'framing', 'retry', 'region'],
  doc_covered: ['Part of the document covered', 'framing', 'retry', 'region'],
  doc_multiple_in_image: ['Several documents in one picture', 'framing', 'retry', 'region'],

  image_blurry: ['Blurred', 'picture', 'retry', 'region'],
  image_glare: ['Glare', 'picture', 'retry', 'region'],
  image_too_dark: ['Too dark', 'picture', 'retry', 'region'],
  image_too_bright: ['Over-exposed', 'picture', 'retry', 'region'],
  image_backlit: ['Light from behind', 'picture', 'retry', 'region'],
  image_shadow: ['Shadow or uneven light', 'picture', 'retry', 'region'],
  image_low_resolution: ['Resolution too low', 'picture', 'retry', 'value'],
  image_black_and_white: ['Black and white', 'picture', 'retry', 'value'],
  image_filter_or_beauty: ['Filter or beauty mode', 'picture', 'retry', 'none'],
  doc_data_unreadable: ['Text not readable', 'framing', 'retry', 'region'],
  doc_damaged: ['Document damaged', 'framing', 'retry', 'none'],
  doc_unsigned: ['Document not signed', 'framing', 'retry', 'none'],
  doc_portrait_missing: ['No portrait on the document', 'framing', 'retry', 'none'],

  doc_expired: ['Document expired', 'eligibility', 'retry', 'value'],
  doc_expires_soon: ['Document expires too soon', 'eligibility', 'retry', 'value'],
  doc_type_mismatch: ['Not the document type chosen', 'eligibility', 'retry', 'value'],
  doc_type_unsupported: ['Document type not accepted', 'eligibility', 'retry', 'value'],
  data_mismatch_profile: ['Data differ from the profile', 'eligibility', 'retry', 'value'],
  mrz_barcode_invalid: ['Machine-readable zone or barcode invalid', 'eligibility', 'retry', 'value'],
  language_unsupported: ['Script not supported', 'eligibility', 'retry', 'none'],
  country_unsupported: ['Country not supported', 'eligibility', 'final', 'value'],
  age_below_minimum: ['Below the minimum age', 'eligibility', 'final', 'value'],

  capture_screenshot: ['Screenshot', 'authenticity', 'retry_then_final', 'none'],
  capture_photo_of_screen: ['Photo of a screen', 'authenticity', 'retry_then_final', 'none'],
  capture_printed_copy: ['Printed copy', 'authenticity', 'retry_then_final', 'none'],
  capture_digital_document: ['Scan or digital document', 'authenticity', 'retry', 'none'],
  doc_watermark_overlay: ['Watermark or text overlay', 'authenticity', 'retry', 'none'],
  image_edited: ['Edited picture', 'authenticity', 'retry_then_final', 'region', 'internal'],
  doc_sample_or_template: ['Sample or template', 'authenticity', 'final', 'none', 'internal'],
  doc_fake: ['Forged document', 'authenticity', 'final', 'none', 'internal'],

  selfie_missing: ['Selfie missing', 'person', 'retry', 'none'],
  selfie_no_face: ['No face found', 'person', 'retry', 'none'],
  face_glasses: ['Glasses', 'person', 'retry', 'region'],
  face_covered: ['Face covered', 'person', 'retry', 'region'],
  face_pose_expression: ['Pose or expression', 'person', 'retry', 'value'],
  selfie_multiple_people: ['Several people', 'person', 'retry', 'region'],
  face_mismatch: ['Faces do not match', 'person', 'retry_then_final', 'value', 'internal'],
  liveness_failed: ['Liveness not shown', 'person', 'retry_then_final', 'none', 'internal'],
  selfie_is_document: ['Selfie shows a document', 'person', 'retry_then_final', 'none'],
  selfie_manipulated: ['Selfie manipulated', 'person', 'retry_then_final', 'none', 'internal'],

  duplicate_image: ['Picture seen before', 'history', 'final', 'value', 'internal'],
  duplicate_person: ['Person seen before', 'history', 'final', 'value', 'internal'],
  duplicate_document: ['Document seen before', 'history', 'final', 'value', 'internal'],
  on_blocklist: ['On a block list', 'history', 'final', 'value', 'internal'],
  third_party_involved: ['Third party involved', 'history', 'final', 'none', 'internal'],
  suspicious_behaviour: ['Suspicious behaviour', 'history', 'final', 'none', 'internal'],
  retry_limit_exceeded: ['Many attempts: a person should help', 'history', 'retry', 'value', 'internal'],
  other_needs_human: ['Other (say what in the note)', 'history', 'retry', 'none', 'internal'],
} as const satisfies Record<string, Row>

export type ReasonCode = keyof typeof rows

export const reasonCodes = Object.keys(rows) as ReasonCode[]
export const reasonCodeSchema = /* @__PURE__ */ z.enum(reasonCodes as [ReasonCode, ...ReasonCode[]])

export const reasons = Object.fromEntries(
  Object.entries(rows as Record<ReasonCode, Row>).map(([code, [title, group, finality, evidence, internal]]) => [
    code,
    { title, group, finality, evidence, audience: internal ?? 'customer' } satisfies Reason,
  ]),
) as Record<ReasonCode, Reason>

const rank = new Map(reasonCodes.map((code, index) => [code, index]))

/** Sorts reasons the most actionable first and drops repeats: the order in which a customer is told. */
export function byActionability(codes: readonly ReasonCode[]): ReasonCode[] {
  return [...new Set(codes)].sort((a, b) => rank.get(a)! - rank.get(b)!)
}
