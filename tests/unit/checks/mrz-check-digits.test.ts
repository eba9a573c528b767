import { expect, test } from 'vitest'
import { runChecks } from '#lib/checks/run-checks'
import type { Artifacts, MrzReading } from '#lib/domain/artifacts'
import { shippedPolicies } from '#lib/domain/policy'
import { cardPicture, sampleMrz, sourceOf } from './sample-artifacts.ts'

const card = cardPicture()

async function findingOf(mrz: MrzReading | null, given: Partial<Artifacts> = {}) {
  const source = sourceOf(card, { kind: 'id_back', ...given, mrz })
  const [finding] = await runChecks(source, shippedPolicies['camera-photos'], { only: ['mrz-check-digits'] })
  return finding!
}

/** The sample with one character of a line changed. */
function changed(line: number, at: number, character: string, confidence = 0.999): MrzReading {
  const lines = sampleMrz.lines.map((text, i) =>
    i === line ? text.slice(0, at) + character + text.slice(at + 1) : text,
  )
  const confidences = sampleMrz.confidences.map((sure, i) =>
    sure.map((one, k) => (i === line && k === at ? confidence : one)),
  )
  return { ...sampleMrz, lines, confidences }
}

test('a zone whose digits all hold passes with its fields', async () => {
  const finding = await findingOf(sampleMrz)
  expect(finding).toMatchObject({
    outcome: 'pass',
    value: 100,
    regions: [],
    detail: { format: 'TD1', lines: sampleMrz.lines },
  })
  const fields = finding.detail.fields as { name: string; value: string }[]
  expect(fields.find(({ name }) => name === 'birthDate')?.value).toBe('1974-08-12')
})

test('a clearly printed wrong digit fails, and is marked where it stands', async () => {
  const finding = await findingOf(changed(1, 2, '1'))
  expect(finding).toMatchObject({ outcome: 'fail', value: 50, reasons: ['mrz_barcode_invalid'] })
  expect(finding.summary).toContain('date of birth')
  expect(finding.regions).toHaveLength(1)
  const [[left, top], [right]] = finding.regions[0]!.points as [[number, number], [number, number]]
  expect([left, top]).toEqual([0.2, 0.66])
  expect(right).toBeCloseTo(0.2 + (0.6 * 7) / 30)
})

test('a doubtful character leaves it open, whether the digits hold or not', async () => {
  expect((await findingOf(changed(1, 2, '1', 0.5))).outcome).toBe('inconclusive')
  expect((await findingOf(changed(2, 0, 'F', 0.5))).outcome).toBe('inconclusive')
})

test('the more digits hold, the better the score', async () => {
  const [all, some] = await Promise.all([findingOf(sampleMrz), findingOf(changed(1, 2, '1'))])
  expect(all.score!).toBeGreaterThan(some.score!)
})

test('no zone is nothing to judge on a front, and an open question elsewhere', async () => {
  expect((await findingOf(null, { kind: 'id_front' })).outcome).toBe('not_applicable')
  const page = await findingOf(null, { kind: 'passport_page' })
  expect(page).toMatchObject({ outcome: 'inconclusive', detail: { lines: [], format: null, fields: [] } })
})
