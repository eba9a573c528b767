const fewestDistinct = 12
const giveaways = /change.?me|secret|password|passw0rd|example|default|retake|placeholder|qwerty|letmein/i

/**
 * True for a secret someone may have typed rather than drawn: a giveaway word, few different characters, or mostly runs
 * such as "aaaa" and "1234". Of 32 random bytes, in hex or base64, fewer than one in a million is called guessable.
 */
export function isGuessable(secret: string): boolean {
  if (giveaways.test(secret) || new Set(secret).size < fewestDistinct) return true
  let inRuns = 0
  for (let i = 1; i < secret.length; i++) {
    if (Math.abs(secret.charCodeAt(i) - secret.charCodeAt(i - 1)) <= 1) inRuns++
  }
  return inRuns > secret.length / 2 || repeats(secret)
}

function repeats(secret: string): boolean {
  return (secret + secret).indexOf(secret, 1) < secret.length
}

/** The 32 bytes a key text stands for: 64 hex digits, or base64 in either alphabet. Null for anything else. */
export function decodeKey(text: string): Buffer | null {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex')
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return null
  return Buffer.from(text, 'base64')
}
