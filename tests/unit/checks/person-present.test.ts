import { expect, test } from 'vitest'
import { runChecks } from '#lib/checks/run-checks'
import type { Artifacts, Face, Picture } from '#lib/domain/artifacts'
import { shippedPolicies } from '#lib/domain/policy'
import { noise, paint } from '../pixels/test-picture.ts'
import { cardPicture, sourceOf } from './sample-artifacts.ts'
import { sampleFace } from './sample-face.ts'

async function findingOf(picture: Picture, given: Partial<Artifacts>) {
  const source = sourceOf(picture, { kind: 'selfie', ...given })
  const [finding] = await runChecks(source, shippedPolicies['camera-photos'], { only: ['person-present'] })
  return finding!
}

const room = paint(960, 640, (x, y) => [120, 116, 110].map((level) => level + noise(x, y, 5)))
/** Strokes the size of letters, in lines, as on a page. */
const printed = (x: number, y: number) => x % 16 < 9 && y % 34 < 15 && (x % 16 < 3 || y % 34 < 4)
const document = paint(960, 640, (x, y) => {
  const isPage = x > 100 && x < 860 && y > 50 && y < 590
  const isPrint = isPage && x > 340 && x < 820 && y > 80 && y < 560 && printed(x, y)
  return (isPrint ? [40, 40, 50] : isPage ? [210, 208, 200] : [70, 66, 60]).map((level) => level + noise(x, y, 3))
})
const faceOf = (box: Face['box']): Face => ({ ...sampleFace(), box })
const large = faceOf([0.3, 0.2, 0.7, 0.8])
const portrait = faceOf([0.15, 0.4, 0.3, 0.65])
const beside = faceOf([0.9, 0.1, 0.99, 0.3])

test('a large face is a person, whatever is printed behind it', async () => {
  expect(await findingOf(document, { faces: [large] })).toMatchObject({ outcome: 'pass', score: 100 })
})

test('a smaller face in an empty room is a person', async () => {
  expect(await findingOf(room, { faces: [portrait] })).toMatchObject({ outcome: 'pass', reasons: [] })
})

test.each([
  ['with its portrait', [portrait]],
  ['without a face', []],
])('a document %s is no selfie', async (_, faces) => {
  const finding = await findingOf(document, { faces })
  expect(finding, finding.summary).toMatchObject({ outcome: 'fail', reasons: ['selfie_is_document'] })
  expect(finding.value).toBeGreaterThan(80)
})

test('a face beside a document is left to a person', async () => {
  expect(await findingOf(document, { faces: [beside] })).toMatchObject({ outcome: 'inconclusive', reasons: [] })
})

test('neither face nor print can’t be told', async () => {
  expect(await findingOf(room, { faces: [] })).toMatchObject({ outcome: 'inconclusive', reasons: [] })
})

test('documents are not asked', async () => {
  const source = sourceOf(cardPicture())
  const [finding] = await runChecks(source, shippedPolicies['camera-photos'], { only: ['person-present'] })
  expect(finding).toMatchObject({ outcome: 'not_applicable' })
})
