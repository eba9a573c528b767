/** How two people named one thing, over many cases: both did, only one of them, neither. */
export interface Agreement {
  both: number
  firstOnly: number
  secondOnly: number
  neither: number
}

/**
 * Cohen's kappa: how far two people agree beyond what chance would give them, 1 for always, 0 for no more than chance. Null where
 * chance alone explains everything, as where neither ever named it. Source: J. Cohen, "A coefficient of agreement for nominal
 * scales", Educational and Psychological Measurement 20 (1960), 37–46.
 */
export function cohensKappa({ both, firstOnly, secondOnly, neither }: Agreement): number | null {
  const total = both + firstOnly + secondOnly + neither
  const observed = (both + neither) / total
  const first = (both + firstOnly) / total
  const second = (both + secondOnly) / total
  const byChance = first * second + (1 - first) * (1 - second)
  return total === 0 || byChance === 1 ? null : (observed - byChance) / (1 - byChance)
}
