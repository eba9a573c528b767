import { expect, test } from 'vitest'
import { db } from '#lib/db/client'
import type { UserActor } from '#lib/domain/actor'
import { claimSubmission } from '#lib/operations/claim-submission'
import { showPictures } from '#lib/operations/show-pictures'
import { viewCapture } from '#lib/operations/view-capture'
import { decide, makeCheckedSubmission, makeClient, makeUser } from '../../factories.ts'

async function capturedBy(options: Parameters<typeof makeCheckedSubmission>[0] = {}) {
  const { submissionId } = await makeCheckedSubmission(options)
  const { id } = await db().capture.findFirstOrThrow({ where: { submissionId } })
  return { submissionId, captureId: id }
}

const looks = (captureId: string, { id: actorId }: UserActor) =>
  db().auditEvent.count({
    where: { type: 'capture.viewed', actorId, data: { path: ['captureId'], equals: captureId } },
  })

const veiled = { code: 'PICTURE_VEILED' }

test('a picture is refused to whoever does not hold its submission, and each look of the holder is logged', async () => {
  const { submissionId, captureId } = await capturedBy()
  const [holder, other] = [await makeUser(), await makeUser()]
  await expect(viewCapture(holder, captureId, 'view')).rejects.toMatchObject(veiled)
  await claimSubmission(holder, { submissionId })
  await viewCapture(holder, captureId, 'fit')
  await viewCapture(holder, captureId, 'fit')
  for (const variant of ['fit', 'view', { level: 0, column: 0, row: 0 }] as const) {
    await expect(viewCapture(other, captureId, variant)).rejects.toMatchObject(veiled)
  }
  expect(await looks(captureId, holder)).toBe(2)
  expect(await looks(captureId, other)).toBe(0)
})

test('a thumbnail comes veiled to whoever may not see the picture: a dozen pixels that are not logged', async () => {
  const { submissionId, captureId } = await capturedBy()
  const holder = await makeUser()
  await claimSubmission(holder, { submissionId })
  const thumb = await viewCapture(holder, captureId, 'thumb')
  const veil = await viewCapture(await makeUser(), captureId, 'thumb')
  expect(veil.byteLength).toBeLessThan(1_000)
  expect(veil).toEqual(await viewCapture(holder, captureId, 'veil'))
  expect(thumb.byteLength).toBeGreaterThan(veil.byteLength)
})

test('a claim that has run out opens nothing', async () => {
  const { submissionId, captureId } = await capturedBy()
  const holder = await makeUser()
  await claimSubmission(holder, { submissionId })
  await db().claim.update({ where: { submissionId }, data: { expiresAt: new Date(0) } })
  await expect(viewCapture(holder, captureId, 'view')).rejects.toMatchObject(veiled)
})

test('a decided submission is veiled even for who decided it, until they ask to see it, which is logged', async () => {
  const { submissionId, captureId } = await capturedBy()
  const reviewer = await makeUser()
  await decide(reviewer, submissionId, 'approved')
  await expect(viewCapture(reviewer, captureId, 'view')).rejects.toMatchObject(veiled)
  await showPictures(reviewer, { submissionId })
  await viewCapture(reviewer, captureId, 'view')
  expect(await db().auditEvent.count({ where: { type: 'pictures.shown', submissionId, actorId: reviewer.id } })).toBe(1)
  await db().pictureGrant.updateMany({ where: { submissionId }, data: { expiresAt: new Date(0) } })
  await expect(viewCapture(reviewer, captureId, 'view')).rejects.toMatchObject(veiled)
})

test('holding a case opens the pictures of its earlier attempts', async () => {
  const client = await makeClient()
  const externalId = 'twice'
  const first = await capturedBy({ client, metadata: { externalId } })
  const { submissionId } = await makeCheckedSubmission({ client, metadata: { externalId } })
  const holder = await makeUser()
  await claimSubmission(holder, { submissionId })
  await viewCapture(holder, first.captureId, 'view')
  expect(await looks(first.captureId, holder)).toBe(1)
})

test('a policy that blurs nothing shows pictures to every reviewer', async () => {
  const { captureId } = await capturedBy({ client: await makeClient({ blurUntilClaimed: false }) })
  await viewCapture(await makeUser(), captureId, 'view')
})
