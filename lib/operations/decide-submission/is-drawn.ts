import { createHmac } from 'node:crypto'
import { isSampled } from '#lib/domain/sampling'
import { env } from '#lib/env'

/** Whether a submission is in the blind sample. Keyed, so that no reviewer can work it out, and the same whenever it is asked. */
export function isDrawn(submissionId: string, share: number): boolean {
  return isSampled(createHmac('sha256', env().secret).update(`blind-review:${submissionId}`).digest('hex'), share)
}
