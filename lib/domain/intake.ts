import { z } from 'zod'
import type { CaptureKind } from './capture.ts'
import { documentTypeSchema } from './capture-schema.ts'
import { countrySchema } from './country.ts'

/** Text a person typed: no control or direction-changing characters, trimmed, bounded. */
export const plainText = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(text), {
      error: 'Control characters are not allowed',
    })

const isoDate = z.iso.date().refine((date) => date >= '1890-01-01', { error: 'Before 1890' })

/** What comes with a submission's files; the same for the API, the intake page and the OpenAPI description. */
export const submissionMetadataSchema = z.strictObject({
  externalId: plainText(128).describe(
    'Your own id of the customer; the same one again adds an attempt to the same case',
  ),
  declaredDocumentType: documentTypeSchema.describe('What the customer chose to photograph'),
  country: countrySchema.describe('ISO 3166-1 alpha-2 or alpha-3 code of the issuing country'),
  locale: z
    .string()
    .regex(/^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}$/, { error: 'Not a BCP 47 language tag' })
    .describe('BCP 47 tag of the language the customer is written to in'),
  email: z.email().max(254).describe('Where the customer is written to'),
  declaredName: plainText(200).optional().describe('Name the customer gave, to compare with the document'),
  declaredBirthDate: isoDate.optional().describe('Birth date the customer gave, YYYY-MM-DD'),
})
export type SubmissionMetadata = z.infer<typeof submissionMetadataSchema>

/** One uploaded file; its name is never kept. */
export interface UploadedFile {
  kind: CaptureKind
  bytes: Buffer
}

/** Printable ASCII, 1–255 characters, as in the IETF draft of the Idempotency-Key header. */
export const idempotencyKeySchema = z.string().regex(/^[\x21-\x7e]{1,255}$/, {
  error: 'Idempotency-Key must be 1 to 255 printable ASCII characters without spaces',
})
