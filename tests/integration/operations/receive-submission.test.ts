import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { db } from '#lib/db/client'
import { type CustomerActor, system } from '#lib/domain/actor'
import type { Policy } from '#lib/domain/policy'
import { env } from '#lib/env'
import { createImagingPool, type ImagingPool } from '#lib/imaging/pool'
import { checkSubmission } from '#lib/operations/check-submission'
import { issueResubmissionLink } from '#lib/operations/issue-resubmission-link'
import { notifyCustomer } from '#lib/operations/notify-customer'
import { receiveSubmission } from '#lib/operations/receive-submission'
import {
  decide,
  makeCheckedSubmission,
  makeClient,
  makeUser,
  metadata,
  picture,
  withoutChecks,
} from '../../factories.ts'

const send = async (overrides: Partial<Parameters<typeof receiveSubmission>[1]> = {}, policy: Partial<Policy> = {}) => {
  const client = await makeClient(policy)
  const input = {
    clientId: client.id,
    source: 'api' as const,
    metadata: metadata(),
    files: [await picture('id_front')],
    idempotencyKey: null,
    ...overrides,
  }
  return { client, input, result: await receiveSubmission(client, input) }
}

const storedObjects = () => {
  const folder = join(env().dataDir, 'objects')
  return existsSync(folder) ? readdirSync(folder, { recursive: true }).length : 0
}

describe('while no picture can be looked at', () => {
  test('nothing is stored, not even a refusal, and the sender may try again', async () => {
    const shared = globalThis as { imagingPool?: ImagingPool }
    const working = shared.imagingPool
    shared.imagingPool = createImagingPool({ size: 1, door: { program: 'tests/imaging/stillborn-child.ts' } })
    const [objects, events] = [storedObjects(), await db().auditEvent.count({ where: { type: 'submission.refused' } })]
    const client = await makeClient()
    const input = { clientId: client.id, source: 'api' as const, metadata: metadata(), idempotencyKey: 'once' }
    try {
      const sent = receiveSubmission(client, { ...input, files: [await picture('id_front')] })
      await expect(sent).rejects.toMatchObject({ code: 'UNAVAILABLE', status: 503 })
    } finally {
      shared.imagingPool = working
    }
    expect(await db().submission.count({ where: { clientId: client.id } })).toBe(0)
    expect(storedObjects()).toBe(objects)
    expect(await db().auditEvent.count({ where: { type: 'submission.refused' } })).toBe(events)
    expect(await receiveSubmission(client, { ...input, files: [await picture('id_front')] })).toMatchObject({
      ok: true,
    })
  })
})

describe('an accepted submission', () => {
  test('is stored with its captures, an audit event and a job that checks it', async () => {
    const { result } = await send()
    if (!result.ok) throw new Error('refused')
    const stored = await db().submission.findUniqueOrThrow({
      where: { id: result.submissionId },
      include: { captures: true },
    })
    expect(stored).toMatchObject({ status: 'received', attempt: 1, source: 'api' })
    expect(stored.captures).toMatchObject([{ kind: 'id_front', type: 'jpeg' }])
    expect(await db().auditEvent.count({ where: { submissionId: stored.id, type: 'submission.received' } })).toBe(1)
    const jobs = await db().$queryRaw<unknown[]>`SELECT data FROM pgboss.job WHERE name = 'check-submission'`
    expect(jobs).toContainEqual({ data: { submissionId: stored.id, requestedById: null } })
  })

  test('keeps no original in the clear', async () => {
    const file = await picture('id_front')
    const { result } = await send({ files: [file] })
    if (!result.ok) throw new Error('refused')
    const folder = join(env().dataDir, 'objects')
    const { readFileSync, statSync } = await import('node:fs')
    const paths = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)))
    for (const path of paths.filter((path) => statSync(path).isFile())) {
      expect(readFileSync(path).includes(file.bytes.subarray(0, 64))).toBe(false)
    }
  })

  test('of a customer already known becomes the next attempt of the same case', async () => {
    const client = await makeClient()
    const first = await makeCheckedSubmission({ client, metadata: { externalId: 'same' } })
    const second = await makeCheckedSubmission({ client, metadata: { externalId: 'same' } })
    expect(second).toMatchObject({ attempt: 2, caseReference: first.caseReference })
    expect(await db().submission.findUnique({ where: { id: first.submissionId } })).toMatchObject({
      status: 'superseded',
    })
  })

  test('after a request for one capture keeps the captures nobody complained about', async () => {
    const client = await makeClient()
    const reviewer = await makeUser()
    const files = [await picture('id_front', { kind: 'dark' }), await picture('selfie')]
    const first = await makeCheckedSubmission({ client, files, metadata: { externalId: 'kept' } })
    await decide(reviewer, first.submissionId, 'resubmission_requested', [
      { code: 'image_too_dark', capture: 'id_front' },
    ])
    const second = await makeCheckedSubmission({ client, metadata: { externalId: 'kept' } })
    const captures = await db().capture.findMany({ where: { submissionId: second.submissionId } })
    const carried = Object.fromEntries(captures.map(({ kind, carriedFrom }) => [kind, carriedFrom !== null]))
    expect(carried).toEqual({ id_front: false, selfie: true })
  })
})

describe('the same idempotency key', () => {
  test('with the same content gives the same submission, however many requests race', async () => {
    const { client, input } = await send()
    const again = { ...input, metadata: metadata({ externalId: 'raced' }), idempotencyKey: 'key-1' }
    const results = await Promise.all(Array.from({ length: 8 }, () => receiveSubmission(client, again)))
    const ids = new Set(results.map((result) => (result.ok ? result.submissionId : 'refused')))
    expect(ids.size).toBe(1)
    expect(await db().submission.count({ where: { clientId: client.id, idempotencyKey: 'key-1' } })).toBe(1)
  })

  test('with other content is refused', async () => {
    const { client, input } = await send({ idempotencyKey: 'key-2' })
    const other = { ...input, metadata: metadata({ email: 'someone.else@example.com' }) }
    await expect(receiveSubmission(client, other)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
  })
})

test('a new attempt that comes before the customer was asked for one takes the asking back', async () => {
  const { client, input, result } = await send({}, { undoSeconds: 60, checks: withoutChecks })
  if (!result.ok) throw new Error('refused')
  await checkSubmission({ submissionId: result.submissionId, requestedById: null })
  const { decisionId } = await decide(await makeUser(), result.submissionId, 'resubmission_requested', [
    { code: 'image_blurry', capture: 'id_front' },
  ])
  expect(await receiveSubmission(client, input)).toMatchObject({ ok: true, attempt: 2 })
  await notifyCustomer({ decisionId })
  expect(await db().message.findMany({ where: { decisionId } })).toMatchObject([{ status: 'cancelled' }])
  expect(await db().resubmissionLink.count({ where: { submissionId: result.submissionId } })).toBe(0)
})

describe('who may send', () => {
  test('a client for itself, and not for another', async () => {
    const { input } = await send()
    await expect(receiveSubmission(await makeClient(), input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(receiveSubmission(system, input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('a customer once, through the link of their own case, and under keys that take none of the client’s', async () => {
    const { client, input, result } = await send()
    if (!result.ok) throw new Error('refused')
    await db().submission.update({ where: { id: result.submissionId }, data: { status: 'ready_for_review' } })
    await decide(await makeUser(), result.submissionId, 'resubmission_requested', [
      { code: 'image_blurry', capture: 'id_front' },
    ])
    const issued = await issueResubmissionLink(await makeUser('support'), { submissionId: result.submissionId })
    if (!issued.ok) throw new Error('no link')
    const { id: linkId, ...of } = await db().resubmissionLink.findFirstOrThrow({
      where: { submissionId: result.submissionId },
      select: { id: true, caseId: true, submissionId: true },
    })
    const customer: CustomerActor = { kind: 'customer', linkId, ...of }
    const answer = { ...input, source: 'customer' as const, idempotencyKey: 'order-1' }

    const elsewhere = { ...answer, metadata: metadata({ externalId: 'not theirs' }) }
    await expect(receiveSubmission(customer, elsewhere)).rejects.toMatchObject({ code: 'CONFLICT' })
    const sent = await receiveSubmission(customer, answer)
    expect(sent).toMatchObject({ ok: true, attempt: 2, replayed: false })
    expect(await receiveSubmission(customer, answer)).toMatchObject({ ok: true, attempt: 2, replayed: true })
    await expect(receiveSubmission(customer, { ...answer, idempotencyKey: 'order-2' })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    const own = { ...input, metadata: metadata({ externalId: 'somebody else' }), idempotencyKey: 'order-1' }
    expect(await receiveSubmission(client, own)).toMatchObject({ ok: true, attempt: 1, replayed: false })
  })
})

describe('a file the door refuses', () => {
  test('leaves nothing but an audit event, and says why in words', async () => {
    const before = storedObjects()
    const good = await picture('selfie')
    const { client, result } = await send({
      files: [good, { kind: 'id_front', bytes: Buffer.from('GIF89a-not-a-photo-at-all') }],
    })
    expect(result).toMatchObject({ ok: false, refusals: [{ kind: 'id_front', code: 'file_type_unsupported' }] })
    expect(await db().submission.count({ where: { clientId: client.id } })).toBe(0)
    expect(storedObjects()).toBe(before)
    const events = await db().auditEvent.findMany({ where: { actorId: client.id } })
    expect(events).toMatchObject([{ type: 'submission.refused' }])
  })

  test('names the limit and the value where it is too large', async () => {
    const { result } = await send({}, { maxSizeBytes: 10_000 })
    expect(result).toMatchObject({ ok: false, refusals: [{ code: 'file_too_large' }] })
    if (!result.ok) expect(result.refusals[0]!.message).toMatch(/\d/)
  })
})
