/** Hexadecimal digits read of a hash: 52 bits, as many as a number holds exactly. */
const digits = 13

/**
 * True for about `share` (0 to 1) of all hashes, always the same ones. `hash` is a keyed hash in hexadecimal: nobody without the
 * key can tell which submissions are drawn, and asking twice draws no second lot. A larger share holds every smaller one.
 */
export function isSampled(hash: string, share: number): boolean {
  return Number.parseInt(hash.slice(0, digits), 16) / 16 ** digits < share
}
