import sharp from 'sharp'
import { expect, test } from 'vitest'
import { db } from '#lib/db/client'
import { nearHashes } from '#lib/db/near-hashes'
import { checkSubmission } from '#lib/operations/check-submission'
import { nearDuplicates, rememberFingerprint } from '#lib/operations/check-submission/near-duplicates'
import { makeSpecimen } from '#specimens/make-specimen'
import { makeCheckedSubmission, makeClient, makeSubmission, picture } from '../../factories.ts'

async function findingOf(submissionId: string) {
  const { currentCheckRunId } = await db().submission.findUniqueOrThrow({ where: { id: submissionId } })
  return db().finding.findFirstOrThrow({ where: { checkRunId: currentCheckRunId!, check: 'duplicate-capture' } })
}

const captureOf = (submissionId: string) => db().capture.findFirstOrThrow({ where: { submissionId } })

test('a picture sent again in another case is found, though it was made smaller and compressed', async () => {
  const client = await makeClient()
  const first = await makeCheckedSubmission({ client })
  expect(await findingOf(first.submissionId)).toMatchObject({ outcome: 'pass' })
  const { bytes } = await picture('id_front')
  const again = await sharp(bytes).rotate().resize(800).modulate({ brightness: 1.1 }).jpeg({ quality: 50 }).toBuffer()
  const second = await makeCheckedSubmission({ client, files: [{ kind: 'id_front', bytes: again }] })
  const finding = await findingOf(second.submissionId)
  expect(finding).toMatchObject({ outcome: 'fail', reasons: ['duplicate_image'] })
  const { captures } = finding.detail as { captures: { captureId: string; caseReference: string }[] }
  expect(captures.map(({ captureId }) => captureId)).toEqual([(await captureOf(first.submissionId)).id])
  expect(captures[0]!.caseReference).toBe(first.caseReference)
})

test('another client’s cases are never looked into, nor the case itself', async () => {
  await makeCheckedSubmission()
  const other = await makeCheckedSubmission()
  await checkSubmission({ submissionId: other.submissionId, requestedById: null })
  expect(await findingOf(other.submissionId)).toMatchObject({ outcome: 'pass', detail: { captures: [] } })
})

test('another person’s document of the same layout is another picture', async () => {
  const client = await makeClient()
  await makeCheckedSubmission({ client })
  const { bytes } = await makeSpecimen({ seed: 'another person', kind: 'id_front', widthPx: 1200 })
  const other = await makeCheckedSubmission({ client, files: [{ kind: 'id_front', bytes }] })
  expect(await findingOf(other.submissionId)).toMatchObject({ outcome: 'pass' })
})

test('the index finds what a look at every row finds, also across the sign bit', async () => {
  const { submissionId } = await makeSubmission()
  const { id } = await captureOf(submissionId)
  await rememberFingerprint(db(), id, 'ffff0000ffff0001')
  for (const near of ['ffff0000ffff0001', '7fff0000ffff0001', '00ff0000ffff0001', '000f0000ffff0001']) {
    const [found] = await db().$queryRaw<unknown[]>`${nearHashes(BigInt.asIntN(64, BigInt(`0x${near}`)))}`
    const [scanned] = await db().$queryRaw<unknown[]>`
      SELECT hash, bit_count((hash # ${BigInt.asIntN(64, BigInt(`0x${near}`))})::bit(64))::int AS distance
      FROM fingerprints WHERE capture_id = ${id}::uuid
      AND bit_count((hash # ${BigInt.asIntN(64, BigInt(`0x${near}`))})::bit(64)) <= 8`
    expect(found).toEqual(scanned)
  }
})

test('the nearest come first', async () => {
  const client = await makeClient()
  const ids: string[] = []
  for (const hash of ['00000000000000f1', '00000000000000f7', '00000000000000f3']) {
    const { submissionId } = await makeSubmission({ client })
    const { id } = await captureOf(submissionId)
    await rememberFingerprint(db(), id, hash)
    ids.push(id)
  }
  const found = await nearDuplicates(db(), ids[0]!, '00000000000000f1')
  expect(found.map(({ captureId, distance }) => [captureId, distance])).toEqual([
    [ids[2], 1],
    [ids[1], 2],
  ])
})
