/** Crockford's base 32 without I, L, O, U: nothing that is misheard on the phone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A reference like `RT-7K3M-92QF` from at least eight random bytes: 40 bits, enough for support, useless for guessing. */
export function caseReference(random: Uint8Array): string {
  const letters = [...random.subarray(0, 8)].map((byte) => alphabet[byte % 32]!)
  return `RT-${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}

/** A reference as people type it, tidied: upper case, dashes in place, look-alike letters replaced. Null where it is none. */
export function normalReference(typed: string): string | null {
  const letters = typed
    .toUpperCase()
    .replace(/^\s*RT/, '')
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (letters.length !== 8 || [...letters].some((letter) => !alphabet.includes(letter))) return null
  return `RT-${letters.slice(0, 4)}-${letters.slice(4)}`
}
