import { expect, test } from 'vitest'
import { db } from '#lib/db/client'
import { claimSubmission, peekNext, takeNext } from '#lib/operations/claim-submission'
import { openSealedCapture } from '#lib/operations/open-sealed-capture'
import { sealCapture } from '#lib/operations/seal-capture'
import { viewCapture } from '#lib/operations/view-capture'
import { makeCheckedSubmission, makeUser } from '../../factories.ts'

async function captured() {
  const { submissionId } = await makeCheckedSubmission()
  const { id: captureId } = await db().capture.findFirstOrThrow({ where: { submissionId } })
  return { submissionId, captureId }
}

/** As a browser opens it. */
async function unseal(sealed: Buffer, key: Buffer): Promise<Buffer> {
  const opener = await crypto.subtle.importKey('raw', new Uint8Array(key), 'AES-GCM', false, ['decrypt'])
  const bytes = new Uint8Array(sealed)
  return Buffer.from(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes.slice(0, 12) }, opener, bytes.slice(12)))
}

const looks = (captureId: string) =>
  db().auditEvent.count({ where: { type: 'capture.viewed', data: { path: ['captureId'], equals: captureId } } })

test('a picture fetched ahead is no look; the key to it is, and only its holder gets it', async () => {
  const { submissionId, captureId } = await captured()
  const reviewer = await makeUser()
  const sealed = await sealCapture(reviewer, captureId)
  await expect(openSealedCapture(reviewer, captureId)).rejects.toMatchObject({ code: 'PICTURE_VEILED' })
  expect(await looks(captureId)).toBe(0)
  await claimSubmission(reviewer, { submissionId })
  const picture = await unseal(sealed, await openSealedCapture(reviewer, captureId))
  expect(await looks(captureId)).toBe(1)
  expect(picture).toEqual(await viewCapture(reviewer, captureId, 'fit'))
})

test('a sealed picture opens with no other session’s key, not even of the same person', async () => {
  const { submissionId, captureId } = await captured()
  const reviewer = await makeUser()
  const { id: sessionId } = await db().userSession.create({ data: { userId: reviewer.id } })
  await claimSubmission(reviewer, { submissionId })
  const sealed = await sealCapture({ ...reviewer, sessionId }, captureId)
  await expect(unseal(sealed, await openSealedCapture(reviewer, captureId))).rejects.toThrow()
})

test('looking at what comes next claims nothing, is logged nowhere, and says what taking it then gives', async () => {
  const { submissionId } = await captured()
  const reviewer = await makeUser()
  const events = await db().auditEvent.count()
  const likely = await peekNext(reviewer, {})
  expect(likely?.captureIds.length).toBeGreaterThan(0)
  expect(await db().claim.count({ where: { userId: reviewer.id } })).toBe(0)
  expect(await db().auditEvent.count()).toBe(events)
  expect(await takeNext(reviewer, {})).toMatchObject({ submissionId: likely?.submissionId })
  expect(await peekNext(reviewer, { exceptId: submissionId })).not.toMatchObject({ submissionId })
})
