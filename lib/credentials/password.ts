import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** OWASP Password Storage Cheat Sheet: scrypt with N = 2^17, r = 8, p = 1, about 128 MB and 0.3 s a try. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 2 ** 20 }
const keyBytes = 32

/** `scrypt$salt$key`, both base64url, with a salt of 16 random bytes. Cost: about 300 ms. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt)
  return `scrypt$${salt.toString('base64url')}$${key.toString('base64url')}`
}

/** Takes as long when there is no hash as when there is one, so that an answer's time doesn't tell who exists. */
export async function passwordMatches(password: string, hash: string | null): Promise<boolean> {
  const [scheme, salt, key] = hash?.split('$') ?? []
  const derived = await derive(password, Buffer.from(salt ?? 'nobody', 'base64url'))
  if (scheme !== 'scrypt' || !key) return false
  const expected = Buffer.from(key, 'base64url')
  return expected.length === derived.length && timingSafeEqual(expected, derived)
}

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, keyBytes, cost, (error, key) => (error ? reject(error) : resolve(key))),
  )
}
