import type { CheckGroup } from './finding.ts'

/** What the queue's order is made of. */
export interface UrgencyFacts {
  receivedAt: Date
  dueAt: Date
  attempt: number
  /** The groups of the checks that failed. */
  flagged: readonly CheckGroup[]
  /** The checks broke: nobody and nothing has looked yet. */
  checksFailed: boolean
}

/**
 * How much of its time a submission is brought forward by its gravest flag (docs/decisions/022). The gravest counts and not
 * their number: one blurred picture fails many checks.
 */
const severity: Record<CheckGroup, number> = {
  file: 1 / 12,
  picture: 1 / 12,
  frame: 1 / 12,
  content: 1 / 6,
  person: 1 / 6,
  origin: 1 / 4,
}

/** Per attempt after the first, up to three: people retry several times and then give up (K16). */
const perAttempt = 1 / 8
const countedAttempts = 3
const brokenChecks = 1 / 4

/**
 * The moment by which somebody should have taken a submission: its due time, brought forward by shares of the time it has. The
 * queue is sorted by it, the earliest first, so age counts by itself. All shares together are 7/8: what comes in later than
 * that never overtakes a clean first attempt, and nothing starves.
 */
export function urgentAt({ receivedAt, dueAt, attempt, flagged, checksFailed }: UrgencyFacts): Date {
  const share =
    Math.min(attempt - 1, countedAttempts) * perAttempt +
    (checksFailed ? brokenChecks : 0) +
    Math.max(0, ...flagged.map((group) => severity[group]))
  return new Date(dueAt.getTime() - share * (dueAt.getTime() - receivedAt.getTime()))
}
