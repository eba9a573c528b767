import type { CaptureKind } from '#lib/domain/capture'
import {
  byActionability,
  type ReasonCode,
  type ReasonGroup,
  reasonCodes,
  reasonGroups,
  reasons,
} from '#lib/domain/reasons'

const document: readonly ReasonCode[] = [
  'image_blurry',
  'image_glare',
  'doc_cut_off',
  'image_too_dark',
  'doc_covered',
  'doc_data_unreadable',
  'doc_expired',
  'doc_damaged',
  'doc_unsigned',
]

/** What reviewers pick most by kind of capture, to fill the keys that no finding has claimed. */
const usual: Record<CaptureKind, readonly ReasonCode[]> = {
  id_front: document,
  id_back: ['doc_wrong_side', 'doc_same_side_twice', ...document],
  passport_page: ['doc_wrong_page', ...document],
  selfie: [
    'image_blurry',
    'image_too_dark',
    'image_backlit',
    'face_covered',
    'face_glasses',
    'face_pose_expression',
    'selfie_multiple_people',
    'selfie_no_face',
    'face_mismatch',
  ],
}

/** The same for a submission as a whole. */
const usualOfWhole: readonly ReasonCode[] = [
  'doc_side_missing',
  'selfie_missing',
  'doc_type_mismatch',
  'data_mismatch_profile',
  'face_mismatch',
  'age_below_minimum',
  'country_unsupported',
  'doc_fake',
  'other_needs_human',
]

/**
 * The reasons behind the keys 1–9: those the findings suggest, the most actionable first, then the usual ones. The order
 * never depends on what is already chosen, so that a key means the same when pressed twice.
 */
export function numberedReasons(suggested: readonly ReasonCode[], kind: CaptureKind | null): ReasonCode[] {
  const others = kind ? usual[kind] : usualOfWhole
  return [...new Set([...byActionability(suggested), ...others])].slice(0, 9)
}

/** The catalogue by group, narrowed to titles and codes that contain every word of the query. */
export function searchReasons(query: string): { group: ReasonGroup; codes: ReasonCode[] }[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const found = reasonCodes.filter((code) => {
    const text = `${reasons[code].title} ${code.replaceAll('_', ' ')}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  return reasonGroups
    .map((group) => ({ group, codes: found.filter((code) => reasons[code].group === group) }))
    .filter(({ codes }) => codes.length > 0)
}
