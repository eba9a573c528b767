import { describe, expect, it } from 'vitest'
import { refusalSchema, tooManyBytes, tooManyPixels, typeNotTaken } from '#lib/domain/refusal'

describe('a refusal', () => {
  it('says limit and value in a sentence and as numbers', () => {
    const refusal = tooManyPixels(61_000_000, 50_000_000)
    expect(refusal.message).toBe('This photo has 61 megapixels; we can take up to 50.')
    expect(refusalSchema.parse(refusal)).toEqual(refusal)
  })

  it('shows as many digits as it takes for the value to be above the limit', () => {
    expect(tooManyPixels(50_041_000, 50_000_000).message).toContain('50.04 megapixels')
    expect(tooManyBytes(8_000_001, 8_000_000).message).toBe('This file has 8.000001 MB; we can take up to 8 MB.')
  })

  it('names what the file is and lists what is taken', () => {
    expect(typeNotTaken('a HEIC picture', ['jpeg', 'png']).message).toBe(
      'This is a HEIC picture; please send JPG or PNG.',
    )
    expect(typeNotTaken(null, ['jpeg']).message).toBe('This is not a photo we can read; please send JPG.')
  })
})
