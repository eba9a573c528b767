import { describe, expect, it } from 'vitest'
import { acceptAttribute, fileProblem } from '#lib/domain/accept'

const photos = { types: ['jpeg', 'png'], maxSizeBytes: 1000 } as const

describe('fileProblem', () => {
  it('finds nothing wrong up to the very limit', () => {
    expect(fileProblem({ type: 'image/jpeg', size: 1000 }, photos)).toBeNull()
  })

  it('says that a file is too large from one byte more on', () => {
    expect(fileProblem({ type: 'image/png', size: 1001 }, photos)).toBe('too_large')
  })

  it('says that a type is not taken before it looks at the size', () => {
    expect(fileProblem({ type: 'application/pdf', size: 5000 }, photos)).toBe('wrong_type')
  })

  it('leaves a file of unknown type to the server', () => {
    expect(fileProblem({ type: '', size: 10 }, photos)).toBeNull()
  })
})

describe('acceptAttribute', () => {
  it('names types as browsers know them', () => {
    expect(acceptAttribute(['jpeg', 'pdf'])).toBe('image/jpeg,application/pdf')
  })
})
