import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { isSampled } from '#lib/domain/sampling'

const hashes = Array.from({ length: 4000 }, (_, n) => createHash('sha256').update(String(n)).digest('hex'))

test.each([0, 0.05, 0.5, 1])('about a share of %s is drawn', (share) => {
  const drawn = hashes.filter((hash) => isSampled(hash, share)).length / hashes.length
  // Three standard errors of a share of 4000.
  expect(Math.abs(drawn - share)).toBeLessThanOrEqual(3 * Math.sqrt((share * (1 - share)) / hashes.length))
})

test('a larger share holds every smaller one', () => {
  for (const hash of hashes) if (isSampled(hash, 0.1)) expect(isSampled(hash, 0.3)).toBe(true)
})
