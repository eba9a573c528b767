import { z } from 'zod'
import { countrySchema } from './country.ts'
import { type DocumentFieldName, documentFieldNames } from './document-field.ts'

export const documentFieldNameSchema = z.enum(documentFieldNames)

const day = z.iso.date({ error: 'A date like 1990-03-12' })
const text = z.string().trim().min(1, { error: 'Say what it reads' })
// 39 characters is the longest name a machine-readable zone holds (TD3); print may be longer.
const name = text.max(120)

/** What a field may be corrected to: dates as `YYYY-MM-DD`, states as countries, sex as on the document. */
export const correctedValueSchema: Record<DocumentFieldName, z.ZodType<string>> = {
  documentNumber: text.max(30).regex(/^[\p{L}\p{N} ./-]+$/u, { error: 'Letters and digits only' }),
  surname: name,
  givenNames: name,
  birthDate: day,
  sex: z.enum(['F', 'M', 'X'], { error: 'F, M or X' }),
  nationality: countrySchema,
  issuingState: countrySchema,
  expiryDate: day,
}

/** A stored row; of several the newest of a field counts, and one without a value takes back those before it. */
interface CorrectionRow {
  field: string
  value: string | null
  correctedAt: Date
}

/** The corrections in force, by field. */
export function correctionsInForce<Row extends CorrectionRow>(
  rows: readonly Row[],
): Partial<Record<DocumentFieldName, Row & { value: string }>> {
  const newest = new Map<string, Row>()
  for (const row of rows.toSorted((a, b) => a.correctedAt.getTime() - b.correctedAt.getTime()))
    newest.set(row.field, row)
  return Object.fromEntries([...newest].filter(([, { value }]) => value !== null))
}
