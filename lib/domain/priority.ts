/** What the queue order is made of. */
export interface PriorityFacts {
  attempt: number
  flagCount: number
  checksFailed: boolean
}

/**
 * Queue order, higher first; equal ones by due time. A customer on their nth attempt waits least (K16: people retry several
 * times and give up), then submissions whose checks broke, since nobody has looked yet; then flagged before clean.
 */
export function priority({ attempt, flagCount, checksFailed }: PriorityFacts): number {
  return Math.min(attempt - 1, 9) * 100 + (checksFailed ? 50 : 0) + Math.min(flagCount, 9)
}
