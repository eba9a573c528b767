import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import type { Actor } from '#lib/domain/actor'
import type { CaptureKind } from '#lib/domain/capture'

/** A picture of an earlier attempt to hold the present one against. */
export interface ComparableCapture {
  id: string
  kind: CaptureKind
  attempt: number
  widthPx: number
  heightPx: number
  rotation: number
}

/** No case has more attempts that anybody would look through one by one. */
const maxCaptures = 40

/** Captures of the case's earlier attempts, the latest attempt first; those taken over unchanged are left out. */
export async function comparableCaptures(actor: Actor, submissionId: string): Promise<ComparableCapture[]> {
  authorise(actor, 'submission:review')
  return db().$queryRaw<ComparableCapture[]>`
    SELECT c.id, c.kind::text AS kind, earlier.attempt, c.width_px AS "widthPx", c.height_px AS "heightPx", c.rotation
    FROM submissions s
    JOIN submissions earlier ON earlier.case_id = s.case_id AND earlier.attempt < s.attempt
    JOIN captures c ON c.submission_id = earlier.id AND c.carried_from IS NULL
    WHERE s.id = ${submissionId}::uuid
    ORDER BY earlier.attempt DESC, c.kind
    LIMIT ${maxCaptures}`
}
