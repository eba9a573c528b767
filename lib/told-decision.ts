/**
 * The condition on decisions that the one who sent a submission, or their customer, may know: it can no longer be undone, and nothing
 * has replaced it but an amendment that still can be. `now` is the database's.
 */
export function toldDecision(now: Date) {
  const amendedTentatively = { amendments: { some: { undoneAt: null, effectiveAt: { gt: now } } } }
  return { undoneAt: null, effectiveAt: { lte: now }, OR: [{ replacedAt: null }, amendedTentatively] }
}
