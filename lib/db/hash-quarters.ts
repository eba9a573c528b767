const quarterBits = 16

/**
 * Multi-index hashing (Norouzi, Punjani and Fleet, 2012): where two 64-bit hashes differ in at most `radius` bits, at least one of
 * their quarters differs in few. Answers with the values to look up for each quarter, the highest bits first; whatever is near in
 * the whole has one of them there. Radius 7 takes 68 values, 8 takes 188, 11 takes 548.
 */
export function quartersToLookUp(hash: bigint, radius: number): number[][] {
  return allowances(radius).map((allowed, at) => {
    const quarter = Number((BigInt.asUintN(64, hash) >> BigInt(quarterBits * (3 - at))) & 0xffffn)
    return flipsUpTo(allowed).map((flips) => quarter ^ flips)
  })
}

/** Bits that may differ in each quarter. If every quarter differed in more, the sum would be above the radius; -1 looks nothing up. */
function allowances(radius: number): number[] {
  return [0, 1, 2, 3].map((at) => Math.floor((radius + 4 - at) / 4) - 1)
}

/** Every pattern of at most `count` bits of a quarter. */
function flipsUpTo(count: number, fromBit = 0): number[] {
  if (count < 0) return []
  const flips = [0]
  for (let bit = fromBit; bit < quarterBits && count > 0; bit++) {
    for (const more of flipsUpTo(count - 1, bit + 1)) flips.push((1 << bit) | more)
  }
  return flips
}
