import { expect, test } from 'vitest'
import { attemptChanges, type ComparedFinding } from '#lib/domain/attempt-changes'
import type { CaptureKind } from '#lib/domain/capture'
import type { FindingOutcome } from '#lib/domain/finding'

const finding = (check: string, outcome: FindingOutcome, value: number | null = null): ComparedFinding => ({
  ...{ check, outcome, value },
  ...{ threshold: 10, unit: 'px' },
})
const capture = (kind: CaptureKind, sha256: string, ...findings: ComparedFinding[]) => ({ kind, sha256, findings })

test('a problem that passes now is mended, with its value before and after', () => {
  const [change] = attemptChanges(
    [capture('id_front', 'a', finding('glare', 'fail', 41))],
    [capture('id_front', 'b', finding('glare', 'pass', 3))],
  )
  expect(change).toMatchObject({ picture: 'new', still: [], fresh: [], unclear: [] })
  expect(change!.fixed).toEqual([{ check: 'glare', unit: 'px', threshold: 10, before: 41, after: 3 }])
})

test('a problem that fails again is still there, and one that did not fail before is new', () => {
  const [change] = attemptChanges(
    [capture('selfie', 'a', finding('sharpness', 'fail', 5), finding('glasses', 'pass'))],
    [capture('selfie', 'b', finding('sharpness', 'fail', 8), finding('glasses', 'fail'), finding('colour', 'error'))],
  )
  expect(change!.still.map(({ check }) => check)).toEqual(['sharpness'])
  expect(change!.fresh.map(({ check }) => check)).toEqual(['glasses', 'colour'])
})

test.each([
  ['the check can’t tell now', [finding('glare', 'inconclusive')]],
  ['it was not looked for again', []],
])('a problem of before is unclear where %s', (_, later) => {
  const [change] = attemptChanges(
    [capture('id_front', 'a', finding('glare', 'fail'))],
    [capture('id_front', 'b', ...later)],
  )
  expect(change).toMatchObject({ fixed: [], still: [], unclear: [{ check: 'glare' }] })
})

test('captures come in their usual order, each said to be new, the same, added or missing', () => {
  const before = [capture('id_back', 'b'), capture('id_front', 'f')]
  const after = [capture('selfie', 's'), capture('id_front', 'f2')]
  expect(attemptChanges(before, after).map(({ kind, picture }) => [kind, picture])).toEqual([
    ['id_front', 'new'],
    ['id_back', 'missing'],
    ['selfie', 'added'],
  ])
  expect(attemptChanges(before, before).every(({ picture }) => picture === 'same')).toBe(true)
})

test('a finding that was unsure before and fails now is new', () => {
  const [change] = attemptChanges(
    [capture('id_front', 'a', finding('glare', 'inconclusive'))],
    [capture('id_front', 'b', finding('glare', 'fail', 30))],
  )
  expect(change!.fresh).toMatchObject([{ check: 'glare', before: null, after: 30 }])
})
