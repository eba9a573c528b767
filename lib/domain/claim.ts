/** How long a lease lasts unless it is renewed. Long enough for a careful look, short enough that a closed lid blocks nobody. */
export const claimSeconds = 240

interface ClaimState {
  userId: string
  expiresAt: Date
}

/** `mine` may decide, `theirs` blocks, `free` can be taken. Pass the database's time: clocks of servers differ. */
export function claimStanding(claim: ClaimState | null, userId: string, now: Date): 'free' | 'mine' | 'theirs' {
  if (!claim || claim.expiresAt <= now) return 'free'
  return claim.userId === userId ? 'mine' : 'theirs'
}
