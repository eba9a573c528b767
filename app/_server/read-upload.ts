import 'server-only'
import { captureKindSchema } from '#lib/domain/capture-schema'
import { idempotencyKeySchema, type UploadedFile } from '#lib/domain/intake'
import { AppError } from '#lib/errors'

/** Four captures of the largest size a shipped policy takes, and room for the rest of the form. */
const maxBodyBytes = 4 * 20_000_000 + 1_000_000
const maxFiles = 4

export interface Upload {
  fields: Map<string, string>
  files: UploadedFile[]
}

/** Reads a multipart form whose files are named after capture kinds. Bytes are counted while they arrive. */
export async function readUpload(request: Request): Promise<Upload> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.toLowerCase().startsWith('multipart/form-data')) throw new AppError('UNSUPPORTED_MEDIA_TYPE')
  const body = await readBody(request)
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => {
    throw new AppError('INVALID_INPUT', 'The multipart form could not be read; it may have been cut off on the way.')
  })
  const fields = new Map<string, string>()
  const files: UploadedFile[] = []
  for (const [name, value] of form) {
    if (typeof value === 'string') fields.set(name, value)
    else if (name === 'metadata') fields.set(name, await value.text())
    else files.push({ kind: kindOf(name), bytes: Buffer.from(await value.arrayBuffer()) })
  }
  refuseOddNumbers(files)
  return { fields, files }
}

/** The header's value, or null where there is none; throws where it can't be a key. */
export function idempotencyKeyOf(request: Request): string | null {
  const key = request.headers.get('idempotency-key')
  return key === null ? null : idempotencyKeySchema.parse(key)
}

function kindOf(name: string): UploadedFile['kind'] {
  return captureKindSchema.parse(name, {
    error: () => `A file part must be named id_front, id_back, passport_page or selfie, not "${name.slice(0, 40)}"`,
  })
}

function refuseOddNumbers(files: readonly UploadedFile[]): void {
  if (files.length === 0) throw new AppError('INVALID_INPUT', 'At least one photo is needed.')
  const kinds = new Set(files.map(({ kind }) => kind))
  if (files.length > maxFiles || kinds.size !== files.length) {
    throw new AppError('INVALID_INPUT', 'Each kind of capture may come once.')
  }
}

async function readBody(request: Request): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > maxBodyBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(): AppError {
  return new AppError('PAYLOAD_TOO_LARGE', `A request may carry up to ${maxBodyBytes / 1_000_000} MB in all.`)
}

/** JSON of a field, or a sentence that says what is wrong with it. */
export function jsonField(fields: Map<string, string>, name: string): unknown {
  const text = fields.get(name)
  if (text === undefined) throw new AppError('INVALID_INPUT', `The part "${name}" is missing.`)
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('INVALID_INPUT', `The part "${name}" is not valid JSON.`)
  }
}
