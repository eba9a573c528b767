import type { DocumentType } from '#lib/domain/capture'
import { type SubmissionMetadata, submissionMetadataSchema } from '#lib/domain/intake'

const fields = ['externalId', 'country', 'locale', 'email', 'declaredName', 'declaredBirthDate'] as const

/** Reads the form with the server's own schema, so that the first answer comes before anything is sent. Empty is left out. */
export function readMetadata(
  form: FormData,
  declaredDocumentType: DocumentType,
): { metadata: SubmissionMetadata | null; problems: Record<string, string> } {
  const filled = fields.flatMap((name) => (form.get(name) ? [[name, form.get(name)]] : []))
  const { data, error } = submissionMetadataSchema.safeParse({ ...Object.fromEntries(filled), declaredDocumentType })
  const problems = (error?.issues ?? []).map(({ path, message }) => {
    const name = path.join('.')
    return [name, form.get(name) ? message : 'Is needed']
  })
  return { metadata: data ?? null, problems: Object.fromEntries(problems) }
}
