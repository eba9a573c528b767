import { createHash } from 'node:crypto'
import type { FileFacts, FileType } from '#lib/domain/artifacts'
import type { Policy } from '#lib/domain/policy'
import { damagedFile, nothingInFile, pdfNotTaken, type Refusal, tooManyBytes, typeNotTaken } from '#lib/domain/refusal'
import { deriveViews, type Views } from './derive-views.ts'
import { nameType } from './name-type.ts'
import { openFile } from './open-file.ts'
import { sniffType } from './sniff-type.ts'

export type Inspection =
  | { accepted: true; facts: FileFacts; derivatives: Pick<Views, 'view' | 'fit' | 'thumb'> }
  | { accepted: false; refusal: Refusal }

/** What of a policy the door looks at. */
export type DoorPolicy = Pick<Policy, 'acceptedTypes' | 'maxSizeBytes'>

async function typeTaken(bytes: Uint8Array, { acceptedTypes }: DoorPolicy): Promise<FileType | Refusal> {
  const type = sniffType(bytes)
  if (type && acceptedTypes.includes(type)) return type
  return type === 'pdf' ? pdfNotTaken(acceptedTypes) : typeNotTaken(await nameType(bytes), acceptedTypes)
}

async function judge(bytes: Uint8Array, policy: DoorPolicy): Promise<Inspection | Refusal> {
  if (bytes.length === 0) return nothingInFile()
  const type = await typeTaken(bytes, policy)
  if (typeof type !== 'string') return type
  if (bytes.length > policy.maxSizeBytes) return tooManyBytes(bytes.length, policy.maxSizeBytes)
  const opened = await openFile(bytes, type)
  if ('code' in opened) return opened

  const views = await deriveViews(opened.source).catch(() => null)
  if (!views) return damagedFile(type)
  const { widthPx, heightPx, orientation, view, fit, thumb } = views
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const metadata = await opened.metadata()
  const facts = { type, sizeBytes: bytes.length, sha256, widthPx, heightPx, orientation, metadata }
  return { accepted: true, facts, derivatives: { view, fit, thumb } }
}

/**
 * The door: decides by the bytes alone whether a file may come in, and makes what will be shown of it. Refuses what the
 * policy doesn't take, what breaks a limit, and what can't be decoded whole; never throws for what a file contains.
 * Decodes untrusted bytes, so call it through `imagingPool()`, in a process that can be killed.
 */
export async function inspectUpload(bytes: Uint8Array, policy: DoorPolicy): Promise<Inspection> {
  const result = await judge(bytes, policy)
  return 'code' in result ? { accepted: false, refusal: result } : result
}
