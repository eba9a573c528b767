import { expect, test } from 'vitest'
import { checks } from '#lib/checks/registry'
import { db } from '#lib/db/client'
import { claimSubmission } from '#lib/operations/claim-submission'
import { correctField, correctFieldInput } from '#lib/operations/correct-field'
import { releaseClaim } from '#lib/operations/release-claim'
import { documentFields } from '#lib/queries/document-fields'
import { makeCheckedSubmission, makeClient, makeReviewable, makeUser, picture } from '../../factories.ts'

const readers = ['mrz-check-digits', 'mrz-matches-print', 'text-legible']
const onlyReading = Object.fromEntries(
  checks.filter(({ id }) => !readers.includes(id)).map(({ id }) => [id, { enabled: false }]),
)

const fieldOf =
  async (...given: Parameters<typeof documentFields>) =>
  (name: string) =>
    documentFields(...given).then(({ fields }) => fields.find((field) => field.name === name)!)

async function held() {
  const submissionId = await makeReviewable()
  const reviewer = await makeUser()
  await claimSubmission(reviewer, { submissionId })
  return { submissionId, reviewer }
}

test('what a passport was read to say comes with its places, and a correction stands beside it', async () => {
  const client = await makeClient({ checks: onlyReading })
  const files = [await picture('passport_page')]
  const { submissionId } = await makeCheckedSubmission({
    client,
    files,
    metadata: { declaredDocumentType: 'passport' },
  })
  const reviewer = await makeUser()
  const { fields, computed } = await documentFields(reviewer, submissionId)
  const birth = fields.find(({ name }) => name === 'birthDate')!
  expect(birth.sources.map(({ source }) => source)).toEqual(['mrz', 'print'])
  expect(birth.sources.every(({ place, captureId }) => place !== null && captureId !== null)).toBe(true)
  expect(birth.agreement).toBe('agree')
  expect(computed.age).toMatchObject({ isCorrected: false })
  await claimSubmission(reviewer, { submissionId })
  await correctField(reviewer, { submissionId, field: 'birthDate', value: '2015-01-02' })
  const after = await documentFields(reviewer, submissionId)
  expect(after.fields.find(({ name }) => name === 'birthDate')).toMatchObject({
    value: '2015-01-02',
    agreement: 'differ',
    correction: { machineValue: birth.value, by: reviewer.name },
  })
  expect(after.computed.age).toMatchObject({ isCorrected: true })
  expect(after.computed.age!.atReceipt).toBeLessThan(18)
})

test('only who holds the submission corrects it', async () => {
  const { submissionId, reviewer } = await held()
  const input = { submissionId, field: 'surname', value: 'Liepa' } as const
  expect(await correctField(await makeUser(), input)).toMatchObject({ ok: false, reason: 'not_claimed' })
  expect(await correctField(reviewer, input)).toEqual({ ok: true })
  await releaseClaim(reviewer, { submissionId })
  expect(await correctField(reviewer, input)).toMatchObject({ ok: false, reason: 'not_claimed' })
})

test('corrections are added, never changed: the newest counts, and taking it back brings the reading back', async () => {
  const { submissionId, reviewer } = await held()
  const surname = () => fieldOf(reviewer, submissionId).then((field) => field('surname'))
  for (const value of ['Liepa', 'Liepiņa']) await correctField(reviewer, { submissionId, field: 'surname', value })
  expect(await surname()).toMatchObject({ value: 'Liepiņa', correction: { machineValue: null } })
  await correctField(reviewer, { submissionId, field: 'surname', value: null })
  expect(await surname()).toMatchObject({ value: null, correction: null })
  expect(await db().fieldCorrection.count({ where: { submissionId } })).toBe(3)
  await expect(db().fieldCorrection.updateMany({ where: { submissionId }, data: { value: 'X' } })).rejects.toThrow()
})

test('the audit log tells which field, never what it says', async () => {
  const { submissionId, reviewer } = await held()
  await correctField(reviewer, { submissionId, field: 'surname', value: 'Liepa' })
  await correctField(reviewer, { submissionId, field: 'surname', value: null })
  const events = await db().auditEvent.findMany({ where: { submissionId, type: { startsWith: 'field.' } } })
  expect(events.map(({ type, data }) => [type, data])).toEqual([
    ['field.corrected', { field: 'surname' }],
    ['field.correction_withdrawn', { field: 'surname' }],
  ])
})

test('a date that is none is refused with a sentence for its field', () => {
  const parsed = correctFieldInput.safeParse({
    submissionId: crypto.randomUUID(),
    field: 'birthDate',
    value: '12.03.1990',
  })
  expect(parsed.error?.issues).toMatchObject([{ path: ['value'], message: 'A date like 1990-03-12' }])
})
