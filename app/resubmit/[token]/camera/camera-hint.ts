import type { LookReason } from '#lib/queries/resubmission-page'
import type { PhotoLook } from '../photo-look.ts'

/** What to tell of the camera's picture: one reason, that it looks good, or nothing yet. */
export type CameraHint = LookReason | 'good' | null

/** What is told, and what the last look would have told. */
export interface CameraHints {
  shown: CameraHint
  last: CameraHint
}

export const noHints: CameraHints = { shown: null, last: null }

/** One thing to tell of a look: the most actionable reason, by the order of `reasons`. Null where nothing can be said. */
export function hintOf(look: PhotoLook | null, reasons: readonly LookReason[]): CameraHint {
  if (!look) return null
  if (look.reasons.length === 0) return 'good'
  return reasons.find(({ code }) => look.reasons.includes(code)) ?? null
}

/** Words change only when two looks in a row agree, so that they don't flicker while a hand moves. */
export function afterLook({ shown, last }: CameraHints, seen: CameraHint): CameraHints {
  return { shown: seen === last ? seen : shown, last: seen }
}
