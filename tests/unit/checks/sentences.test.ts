import { expect, test } from 'vitest'
import type { Picture } from '#lib/domain/artifacts'
import { paint } from '../pixels/test-picture.ts'
import { findingOf } from './finding-of.ts'
import { cardPicture } from './sample-artifacts.ts'

test('a veil that is refused is said to be above what is accepted, however little', async () => {
  const card = cardPicture()
  const veiled = (share: number): Picture => ({
    ...card,
    data: card.data.map((level) => level * (1 - share) + 190 * share),
  })
  const outcomes = new Set<string>()
  for (let share = 0; share < 0.2; share += 0.01) {
    const { outcome, summary, value } = await findingOf('haze', veiled(share))
    const [shown, limit] = [...summary.matchAll(/([\d.]+) %/g)].map(([, number]) => Number(number))
    expect(shown! > limit!, summary).toBe(outcome === 'fail')
    expect(value! > limit! / 100).toBe(outcome === 'fail')
    outcomes.add(outcome)
  }
  expect(outcomes).toEqual(new Set(['pass', 'fail']))
})

test('a background that hardly differs is not said to differ enough', async () => {
  const { outcome, value, summary } = await findingOf('background', cardPicture({ paper: 207, table: 205 }))
  expect(outcome).toBe('pass')
  expect(value).toBeGreaterThan(3)
  const pale = await findingOf(
    'background',
    paint(960, 640, () => [205, 205, 205]),
  )
  expect(pale).toMatchObject({ outcome: 'pass', value: 0 })
  expect(pale.summary).toContain('though hardly')
  expect(summary).not.toContain('though hardly')
})

test('the size of letters is told as read, or as it would be', async () => {
  const card = cardPicture()
  expect((await findingOf('resolution', card)).summary).toContain('high and were read')
  expect((await findingOf('resolution', card, { mrz: null })).summary).toContain('at this size')
})

test('a dark selfie is called near black where that is what is wrong', async () => {
  const dim = paint(480, 640, (x, y) => (Math.hypot(x - 240, y - 250) < 90 ? [120, 100, 90] : [12, 12, 12]))
  const { summary, reasons } = await findingOf('exposure', dim, { kind: 'selfie', documentOutline: null })
  expect(reasons).toEqual(['image_too_dark'])
  expect(summary).toContain('near black')
})
