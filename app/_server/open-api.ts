import 'server-only'
import { z } from 'zod'
import { checkIds } from '#lib/checks/registry'
import { captureKinds } from '#lib/domain/capture'
import { captureKindSchema } from '#lib/domain/capture-schema'
import { outcomeSchema } from '#lib/domain/decision'
import { findingOutcomeSchema } from '#lib/domain/finding'
import { submissionMetadataSchema } from '#lib/domain/intake'
import { reasonCodeSchema } from '#lib/domain/reasons'
import { refusalSchema } from '#lib/domain/refusal'
import { regionSchema } from '#lib/domain/region-schema'
import { submissionStatusSchema } from '#lib/domain/submission'
import { env } from '#lib/env'

const receivedSchema = z.object({
  id: z.uuid(),
  status: submissionStatusSchema,
  reference: z.string().describe('What people quote to each other, like RT-7K3M-92QF'),
  attempt: z.int().min(1),
})

const fileRefusalSchema = refusalSchema.extend({ kind: captureKindSchema })

const errorSchema = z.object({
  error: z.object({
    code: z.string().describe('A reason code where the door refused a file, else an error code'),
    message: z.string().describe('One sentence the sender can act on'),
    details: z.array(z.union([fileRefusalSchema, z.object({ field: z.string(), message: z.string() })])).optional(),
  }),
})

const submissionSchema = z.object({
  id: z.uuid(),
  status: submissionStatusSchema,
  reference: z.string(),
  externalId: z.string(),
  attempt: z.int().min(1),
  receivedAt: z.iso.datetime(),
  captures: z.array(
    z.object({
      kind: captureKindSchema,
      type: z.enum(['jpeg', 'png', 'pdf']),
      width: z.int().describe('Pixels of the upright picture'),
      height: z.int(),
      sizeBytes: z.int(),
    }),
  ),
  findings: z.array(
    z.object({
      capture: captureKindSchema,
      check: z.string().describe(`One of ${checkIds.join(', ')}`),
      outcome: findingOutcomeSchema,
      score: z.number().min(0).max(100).nullable().describe('100 is good'),
      value: z.number().nullable().describe('Native value, in `unit`'),
      unit: z.string(),
      threshold: z.number().nullable(),
      summary: z.string(),
      reasons: z.array(reasonCodeSchema),
      regions: z.array(regionSchema).describe('Polygons in fractions of the upright picture'),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
  outcome: outcomeSchema.nullable().describe('Null until the decision can no longer be undone'),
  decidedAt: z.iso.datetime().nullable(),
  reasons: z.array(
    z.object({
      code: reasonCodeSchema,
      capture: captureKindSchema.nullable(),
      title: z.string(),
      audience: z.enum(['customer', 'internal']).describe('Never show the customer an internal reason'),
      finality: z.enum(['retry', 'final', 'retry_then_final']),
    }),
  ),
})

const schemaOf = (schema: z.ZodType, io: 'input' | 'output' = 'output') => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' })
  return json
}
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (description: string, name: string) => ({
  description,
  content: { 'application/json': { schema: ref(name) } },
})

/** The API's OpenAPI 3.1 description, made from the schemas that the routes themselves use. */
export function openApi() {
  const errors = {
    401: json('The API key is missing, unknown or revoked', 'Error'),
    422: json('Metadata not valid, or a file refused at the door; nothing was stored', 'Error'),
    503: json('Not possible just then; nothing was stored, and the same request may be sent again', 'Error'),
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Retake',
      version: '1',
      description: 'Send identity photos for review and learn what was found and decided.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: env().appOrigin }],
    security: [{ apiKey: [] }],
    paths: {
      '/api/v1/submissions': {
        post: {
          operationId: 'receiveSubmission',
          summary: 'Send one attempt of one customer',
          parameters: [
            {
              name: 'Idempotency-Key',
              in: 'header',
              description: 'The same key with the same content gives the same answer; with other content 409',
              schema: { type: 'string', minLength: 1, maxLength: 255 },
            },
          ],
          requestBody: {
            required: true,
            content: {
              'multipart/form-data': {
                schema: {
                  type: 'object',
                  required: ['metadata'],
                  properties: {
                    metadata: ref('SubmissionMetadata'),
                    ...Object.fromEntries(captureKinds.map((kind) => [kind, { type: 'string', format: 'binary' }])),
                  },
                },
                encoding: { metadata: { contentType: 'application/json' } },
              },
            },
          },
          responses: {
            200: json('This request had been received before', 'Received'),
            201: json('Received; the checks run now', 'Received'),
            ...errors,
            409: json('The Idempotency-Key was used with other content', 'Error'),
            413: json('The request as a whole is too large', 'Error'),
            415: json('Not multipart/form-data', 'Error'),
          },
        },
      },
      '/api/v1/submissions/{id}': {
        get: {
          operationId: 'getSubmission',
          summary: 'Status, findings, outcome and reasons of one submission',
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
          responses: {
            200: json('The submission', 'Submission'),
            401: errors[401],
            404: json('No such submission of yours', 'Error'),
            503: errors[503],
          },
        },
      },
    },
    components: {
      securitySchemes: { apiKey: { type: 'http', scheme: 'bearer' } },
      schemas: {
        SubmissionMetadata: schemaOf(submissionMetadataSchema, 'input'),
        Received: schemaOf(receivedSchema),
        Submission: schemaOf(submissionSchema),
        Error: schemaOf(errorSchema),
      },
    },
  }
}
