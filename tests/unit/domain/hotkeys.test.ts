import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { actionId, hotkeyActions, keyProblem, keysOf } from '#lib/domain/hotkeys'

const action = (id: string) => hotkeyActions.find((one) => one.id === id)!
const approve = action('decide.approve')

describe('a key of one’s own', () => {
  test('takes the place of the shipped ones', () => {
    expect(keysOf(action('picture.zoom-in'), {})).toEqual(['+', '='])
    expect(keysOf(action('picture.zoom-in'), { 'picture.zoom-in': 'z' })).toEqual(['z'])
  })

  test('is refused where another action of the page has it, and free again once that one has moved', () => {
    expect(keyProblem(approve, 'x', {})).toContain('Reject')
    expect(keyProblem(approve, 'x', { 'decide.reject': 'q' })).toBeNull()
    expect(keyProblem(approve, 'q', { 'decide.reject': 'q' })).toContain('Reject')
  })

  test('may be one that only another page uses, but none that works everywhere', () => {
    expect(keyProblem(approve, 'j', {})).toBeNull()
    expect(keyProblem(approve, 'n', {})).toContain('Review the next submission')
    expect(keyProblem(action('everywhere.review-the-next-submission'), 'j', {})).toContain('Next row')
  })

  test.each(['Tab', 'Enter', 'Escape', ' ', 'ArrowDown', 'Home', 'F5', 'Insert', 'CapsLock', 'Dead', '5', 'ab', ''])(
    '%j is refused with a reason',
    (key) => {
      expect(keyProblem(approve, key, {})).toMatch(/\.$/)
    },
  )
})

test('no two shipped keys of one page are the same', () => {
  for (const one of hotkeyActions)
    for (const key of one.keys) expect([one.id, keyProblem(one, key, {})]).toEqual([one.id, null])
})

/** Keys with a literal label; the few with a computed one are named in the table by hand. */
test('every hotkey a component registers can be given another key', () => {
  const registered = globSync('{app,components}/**/*.{ts,tsx}').flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/keys: \[\s*'([^']+)'[^\]]*\],\s*label: '([^']+)'/g)]
      .filter(([, key]) => key !== undefined && !['Enter', 'Escape'].includes(key) && !key.startsWith('mod+'))
      .map(([, key, label]) => `${key} ${label}`),
  )
  expect(registered.length).toBeGreaterThan(10)
  const known = new Set(hotkeyActions.map(({ keys, label }) => `${keys[0]} ${label}`))
  expect(registered.filter((one) => !known.has(one))).toEqual([])
})

test('ids are made of what the list calls an action', () => {
  expect(actionId('Decide', 'Write an internal note')).toBe('decide.write-an-internal-note')
})
