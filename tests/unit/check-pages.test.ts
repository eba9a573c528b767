import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checks } from '#lib/checks/registry'
import { readMaterial } from '../../scripts/check-pages/material.ts'
import { indexText, pageText } from '../../scripts/check-pages/page-text.ts'

test.each(checks.map((check) => [check.id, check] as const))(
  'the page of %s says what the check says (npm run docs:checks)',
  (id, check) => {
    expect(readFileSync(`docs/checks/${id}.md`, 'utf8')).toBe(pageText(readMaterial(check)))
    expect(existsSync(`docs/checks/specimens/${id}.jpg`)).toBe(true)
  },
)

test('the list of checks names them all', () => {
  expect(readFileSync('docs/checks/README.md', 'utf8')).toBe(indexText(checks))
})
