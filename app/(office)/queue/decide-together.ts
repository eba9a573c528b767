import 'server-only'
import { z } from 'zod'
import type { UserActor } from '#lib/domain/actor'
import { reasonCodeSchema } from '#lib/domain/reasons'
import { type Refused, refused } from '#lib/errors'
import { claimSubmission } from '#lib/operations/claim-submission'
import { decideSubmission } from '#lib/operations/decide-submission'
import { type BulkSelection, bulkSelection, bulkSelectionInput } from '#lib/queries/bulk-selection'

export const decideTogetherInput = bulkSelectionInput.extend({
  /** The check that failed on each of them. */
  check: z.string().max(60),
  /** Approving takes a look at each. */
  outcome: z.enum(['rejected', 'resubmission_requested']),
  code: reasonCodeSchema,
  note: z.string().trim().max(4000).nullable(),
})
type Input = z.infer<typeof decideTogetherInput>

export interface DecidedTogether {
  ok: true
  decided: number
  /** Those left alone, with why. */
  left: string[]
}

/**
 * Decides a selection that fails one check alike, once its sample has been opened. Each is claimed and decided by the rules of a
 * decision on its own, four eyes and undo window included; one that can't be is left as it was.
 */
export async function decideTogether(
  actor: UserActor,
  { submissionIds, check, outcome, code, note }: Input,
): Promise<DecidedTogether | Refused<'not_shared' | 'sample_not_opened'>> {
  const selection = await bulkSelection(actor, { submissionIds })
  if (!selection.shared.some((one) => one.check === check))
    return refused('not_shared', 'These submissions no longer share this failing check.')
  if (selection.sample.some(({ opened }) => !opened))
    return refused('sample_not_opened', 'Open each submission of the sample first.')
  const left: DecidedTogether['left'] = []
  let decided = 0
  for (const submissionId of submissionIds) {
    const captures = capturesOf(selection, submissionId, check)
    const reasons = captures.map((capture) => ({ code, capture }))
    const problem =
      captures.length === 0 ? noLongerWaits : await decideOne(actor, { submissionId, outcome, reasons, note })
    if (problem) left.push(problem)
    else decided += 1
  }
  return { ok: true, decided, left }
}

/** Known before it is claimed, so that no lease is left on it. */
const noLongerWaits = 'One has been decided, or is being checked again.'

function capturesOf({ failed }: BulkSelection, submissionId: string, check: string) {
  return failed.find((one) => one.submissionId === submissionId && one.check === check)?.captures ?? []
}

/** What was in the way, or null. */
async function decideOne(actor: UserActor, input: Parameters<typeof decideSubmission>[1]): Promise<string | null> {
  const claimed = await claimSubmission(actor, { submissionId: input.submissionId })
  if (!claimed.ok) return claimed.message
  const decided = await decideSubmission(actor, input)
  return decided.ok ? null : decided.message
}
