import { randomUUID } from 'node:crypto'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { z } from 'zod'
import { makeSpecimen } from '#specimens/make-specimen'
import { expect, test } from '../test.ts'

interface Description {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content: { 'application/json': { schema: { $ref: string } } } }> }>
  >
  components: { schemas: Record<string, object> }
}

const metadata = (externalId: string = randomUUID()) => ({
  externalId,
  declaredDocumentType: 'id_card',
  country: 'UTO',
  locale: 'lv',
  email: `${externalId}@example.com`,
  declaredName: 'Anna Specimen',
  declaredBirthDate: '1990-01-31',
})

const photo = makeSpecimen({ seed: 'api', kind: 'id_front', widthPx: 1400 }).then(({ bytes }) => bytes)
const jpeg = (buffer: Buffer) => ({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer })

function post(
  request: APIRequestContext,
  apiKey: string,
  parts: Record<string, unknown>,
  headers: Record<string, string> = {},
) {
  return request.post('/api/v1/submissions', {
    headers: { Authorization: `Bearer ${apiKey}`, ...headers },
    multipart: parts as Record<string, string>,
  })
}

/** The body, after holding it against the schema the description gives for this route and status. */
async function described(request: APIRequestContext, path: string, method: string, response: APIResponse) {
  const description = (await (await request.get('/api/v1/openapi.json')).json()) as Description
  const answer = description.paths[path]![method]!.responses[response.status()]
  expect(answer, `${method} ${path} describes ${response.status()}`).toBeDefined()
  const name = answer!.content['application/json'].schema.$ref.split('/').at(-1)!
  const body: unknown = await response.json()
  z.fromJSONSchema(description.components.schemas[name] as Parameters<typeof z.fromJSONSchema>[0]).parse(body)
  return body as { id: string; error: unknown; findings: unknown[] }
}

test('the description is valid OpenAPI 3.1', async ({ request }) => {
  const response = await request.get('/api/v1/openapi.json')
  expect(await new Validator().validate(await response.json())).toMatchObject({ valid: true })
})

test('a photo sent with the key is checked within seconds, and the answers are as described', async ({
  request,
  apiKey,
}) => {
  const parts = { metadata: JSON.stringify(metadata()), id_front: jpeg(await photo) }
  const received = await post(request, apiKey, parts)
  expect(received.status()).toBe(201)
  const { id } = await described(request, '/api/v1/submissions', 'post', received)
  const read = () => request.get(`/api/v1/submissions/${id}`, { headers: { Authorization: `Bearer ${apiKey}` } })
  await expect.poll(async () => (await (await read()).json()).status, { timeout: 30_000 }).toBe('ready_for_review')
  const submission = await described(request, '/api/v1/submissions/{id}', 'get', await read())
  expect(submission).toMatchObject({ outcome: null, captures: [{ kind: 'id_front', type: 'jpeg' }] })
  expect(submission.findings.length).toBeGreaterThanOrEqual(8)
})

test('the same Idempotency-Key gives the same submission, and with other content a conflict', async ({
  request,
  apiKey,
}) => {
  const key = { 'Idempotency-Key': randomUUID() }
  const parts = { metadata: JSON.stringify(metadata()), id_front: jpeg(await photo) }
  const first = await (await post(request, apiKey, parts, key)).json()
  const again = await post(request, apiKey, parts, key)
  expect(again.status()).toBe(200)
  expect(await again.json()).toMatchObject({ id: first.id })
  const other = await post(request, apiKey, { ...parts, metadata: JSON.stringify(metadata()) }, key)
  expect(other.status()).toBe(409)
  await described(request, '/api/v1/submissions', 'post', other)
})

test('a file the door refuses is answered with its reason’s code and a sentence', async ({ request, apiKey }) => {
  const gif = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('GIF89a and nothing else of use') }
  const refused = await post(request, apiKey, { metadata: JSON.stringify(metadata()), id_front: gif })
  expect(refused.status()).toBe(422)
  const { error } = await described(request, '/api/v1/submissions', 'post', refused)
  expect(error).toMatchObject({ code: 'file_type_unsupported', details: [{ kind: 'id_front' }] })
})

for (const [what, change, field] of [
  ['an unknown country', { country: 'ZZ' }, 'country'],
  ['no e-mail address', { email: 'nobody' }, 'email'],
  ['a field nobody knows', { surprise: 1 }, ''],
  ['a birth date that is none', { declaredBirthDate: '1990-02-31' }, 'declaredBirthDate'],
] as const) {
  test(`metadata with ${what} is refused, naming the field`, async ({ request, apiKey }) => {
    const parts = { metadata: JSON.stringify({ ...metadata(), ...change }), id_front: jpeg(await photo) }
    const refused = await post(request, apiKey, parts)
    expect(refused.status()).toBe(422)
    const { error } = await described(request, '/api/v1/submissions', 'post', refused)
    expect(error).toMatchObject({ code: 'INVALID_INPUT', details: [{ field }] })
  })
}

test('without a key, with a wrong one, or for somebody else’s submission the door stays shut', async ({
  request,
  apiKey,
}) => {
  const parts = { metadata: JSON.stringify(metadata()), id_front: jpeg(await photo) }
  expect((await request.post('/api/v1/submissions', { multipart: parts })).status()).toBe(401)
  const wrong = await post(request, `${apiKey}x`, parts)
  expect(wrong.status()).toBe(401)
  await described(request, '/api/v1/submissions', 'post', wrong)
  const unknown = await request.get(`/api/v1/submissions/${randomUUID()}`, {
    headers: { Authorization: `Bearer ${apiKey}` },
  })
  expect(unknown.status()).toBe(404)
  expect((await request.get('/api/captures/00000000-0000-7000-8000-000000000000')).status()).toBe(401)
})
