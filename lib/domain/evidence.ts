import { z } from 'zod'
import { formatList } from './format.ts'

/** What a judgement is based on, each part by its hash: pictures, what the current check run found, corrections by hand. */
export const evidenceParts = ['captures', 'findings', 'corrections'] as const
export type EvidencePart = (typeof evidenceParts)[number]

const hash = z.string().regex(/^[0-9a-f]{64}$/)
export const evidenceSchema = z.object({ captures: hash, findings: hash, corrections: hash })
export type Evidence = z.infer<typeof evidenceSchema>

/** The parts that are no longer what was seen. */
export function changedParts(seen: Evidence, current: Evidence): EvidencePart[] {
  return evidenceParts.filter((part) => seen[part] !== current[part])
}

const changeText: Record<EvidencePart, string> = {
  captures: 'there are other pictures',
  findings: 'the checks ran again and found something else',
  corrections: 'what was read on the document has been corrected',
}

/** "the checks ran again and found something else, and …" */
export function changesInWords(parts: readonly EvidencePart[]): string {
  return formatList(parts.map((part) => changeText[part]))
}
