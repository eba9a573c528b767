import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const scheme = 'rtk_'
const prefixLength = scheme.length + 8

/** A new key of 256 random bits. It is shown once; only prefix and hash are kept. */
export function makeApiKey(): { key: string; keyPrefix: string; keyHash: string } {
  const key = `${scheme}${randomBytes(4).toString('hex')}_${randomBytes(32).toString('base64url')}`
  return { key, keyPrefix: apiKeyPrefix(key)!, keyHash: hashApiKey(key) }
}

/** The part a key is found by, or null where the text can't be one of our keys. */
export function apiKeyPrefix(key: string): string | null {
  return key.startsWith(scheme) && key.length <= 100 ? key.slice(0, prefixLength) : null
}

function hashApiKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** Compares in constant time. */
export function apiKeyMatches(key: string, keyHash: string): boolean {
  return timingSafeEqual(Buffer.from(hashApiKey(key)), Buffer.from(keyHash))
}
