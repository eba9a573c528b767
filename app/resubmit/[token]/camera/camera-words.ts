import type { OpenResubmission } from '#lib/queries/resubmission-page'

/** What to say where the page's own camera can't be used. */
export type CameraWords = OpenResubmission['camera'] & {
  /** How to allow it in this browser; null where we don't know. */
  allow: string | null
}
