import { describe, expect, it } from 'vitest'
import { ownPath } from '#app/(auth)/own-path'

describe('ownPath', () => {
  it.each(['/', '/support?q=RT-7K3M-92QF', '/review/1#findings'])('lets %s through', (path) => {
    expect(ownPath(path)).toBe(path)
  })

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/..//evil.example',
    'javascript:alert(1)',
    'support',
    '',
    undefined,
    ['/support', '/queue'],
  ])('leads to the start instead of to %j', (asked) => {
    expect(ownPath(asked)).toBe('/')
  })
})
