import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeKey, isGuessable } from '#lib/secret-strength'

const drawn = fc.uint8Array({ minLength: 32, maxLength: 32, size: 'max' }).map((bytes) => Buffer.from(bytes))

describe('a storage key', () => {
  it('is read back from hex and from both alphabets of base64', () => {
    fc.assert(
      fc.property(drawn, (key) => {
        for (const encoding of ['hex', 'base64', 'base64url'] as const) {
          expect(decodeKey(key.toString(encoding))).toEqual(key)
        }
      }),
    )
  })

  it.each(['', 'abc', 'z'.repeat(64), 'a'.repeat(63), `${'A'.repeat(44)}=`])('is not "%s"', (text) => {
    expect(decodeKey(text)).toBeNull()
  })
})

describe('a secret', () => {
  it('that was drawn is not taken for one that was typed', () => {
    const keys = ['k2Xw8vQe1Zr7Tn4Lp9Hs3Yd6Jb5Gm0Uc', 'f3a91c07d5b84e62af1830d79c4be615']
    expect(keys.filter(isGuessable)).toEqual([])
  })

  it.each([
    'password-password-password-12345',
    '1234567890123456789012345678901234',
    'kd8Wq2kd8Wq2kd8Wq2kd8Wq2kd8Wq2kd8Wq2',
  ])('like %s can be guessed', (secret) => {
    expect(isGuessable(secret)).toBe(true)
  })
})
