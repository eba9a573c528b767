import { z } from 'zod'
import type { CaptureKind } from './capture.ts'
import { countryOfMrz } from './country.ts'
import { sureCharacter, surePrint } from './document-facts.ts'
import { type DocumentFieldName, documentFieldNames, type FieldReading } from './document-field.ts'
import type { Outline } from './region.ts'

/** What the checks kept of one capture; the checks named below are asked. */
export interface CaptureDetails {
  captureId: string
  kind: CaptureKind
  findings: readonly { check: string; detail: unknown }[]
}

export type FieldReadings = Partial<Record<DocumentFieldName, { mrz?: FieldReading; print?: FieldReading }>>

/** The checks whose findings keep what was read. */
export const readingChecks = ['mrz-check-digits', 'mrz-matches-print', 'text-legible'] as const

const point = z.tuple([z.number(), z.number()])
const outline = z.tuple([point, point, point, point])
const name = z.enum(documentFieldNames)
const share = z.number().min(0).max(1)

/** Findings of earlier versions lack confidence, place or both, and hold entries this page does not show: those are left out. */
const mrzEntry = z.object({
  name,
  value: z.string(),
  valid: z.boolean().nullable(),
  confidence: share.optional(),
  isCertain: z.boolean().optional(),
  place: outline.optional(),
})
const factEntry = z.object({
  name,
  value: z.string(),
  source: z.enum(['mrz', 'print']),
  confidence: share,
  isCertain: z.boolean().optional(),
  place: outline,
})
const comparisonEntry = z.object({
  field: name,
  mrz: z.string(),
  printWords: z.string(),
  printConfidence: share,
  printPlace: outline,
  printKind: z.string(),
  agreement: z.string(),
})

/** What the machine read of each field, in the machine-readable zone and in print; of several sides the surest reading. */
export function fieldReadings(captures: readonly CaptureDetails[]): FieldReadings {
  const readings: FieldReadings = {}
  const keep = (field: DocumentFieldName, reading: FieldReading) => {
    const before = readings[field]?.[reading.source]
    if (before && sureness(before) >= sureness(reading)) return
    readings[field] = { ...readings[field], [reading.source]: reading }
  }
  for (const capture of captures) {
    for (const [field, reading] of [...inZone(capture), ...inPrint(capture)]) keep(field, reading)
  }
  // What was found beside the zone's own value says more than what a label announces.
  for (const [field, reading] of captures.flatMap((capture) => besideZone(capture, captures))) {
    readings[field] = { ...readings[field], print: reading }
  }
  return readings
}

type Read = [field: DocumentFieldName, reading: FieldReading]

function inZone({ captureId, findings }: CaptureDetails): Read[] {
  const known = factsOf(findings).filter(({ source }) => source === 'mrz')
  return entries(findings, 'mrz-check-digits', 'fields', mrzEntry).map((entry) => {
    const fact = known.find((one) => one.name === entry.name)
    const confidence = entry.confidence ?? fact?.confidence ?? null
    const isCertain = entry.isCertain ?? (entry.valid !== false && (confidence ?? 1) >= sureCharacter)
    const place: Outline | null = entry.place ?? fact?.place ?? null
    const normal = normalOf(entry.name, entry.value)
    return [entry.name, { source: 'mrz', text: entry.value, normal, confidence, isCertain, captureId, place }]
  })
}

function inPrint({ captureId, findings }: CaptureDetails): Read[] {
  return factsOf(findings)
    .filter(({ source }) => source === 'print')
    .map((fact) => {
      const { value: text, confidence, place } = fact
      const isCertain = fact.isCertain ?? confidence >= surePrint
      return [fact.name, { source: 'print', text, normal: text, confidence, isCertain, captureId, place }]
    })
}

function besideZone({ findings }: CaptureDetails, captures: readonly CaptureDetails[]): Read[] {
  return entries(findings, 'mrz-matches-print', 'differences', comparisonEntry).flatMap((entry): Read[] => {
    const shown = captures.find(({ kind }) => kind === entry.printKind)
    if (!shown) return []
    const isSame = entry.agreement === 'same'
    const reading: FieldReading = {
      source: 'print',
      text: entry.printWords,
      normal: isSame && isDate(entry.field) ? entry.mrz : entry.printWords,
      confidence: entry.printConfidence,
      isCertain: isSame || entry.printConfidence >= surePrint,
      captureId: shown.captureId,
      place: entry.printPlace,
    }
    return [[entry.field, reading]]
  })
}

function factsOf(findings: CaptureDetails['findings']): z.infer<typeof factEntry>[] {
  return ['printed', 'fields'].flatMap((key) => entries(findings, 'text-legible', key, factEntry))
}

function entries<T>(findings: CaptureDetails['findings'], check: string, key: string, schema: z.ZodType<T>): T[] {
  const detail = findings.find((finding) => finding.check === check)?.detail as Record<string, unknown> | undefined
  const list = detail?.[key]
  return Array.isArray(list) ? list.flatMap((entry) => schema.safeParse(entry).data ?? []) : []
}

function normalOf(field: DocumentFieldName, text: string): string {
  return field === 'nationality' || field === 'issuingState' ? (countryOfMrz(text) ?? text) : text
}

/** True for fields that are written as days, `YYYY-MM-DD`. */
function isDate(field: DocumentFieldName): boolean {
  return field === 'birthDate' || field === 'expiryDate'
}

function sureness({ isCertain, confidence }: FieldReading): number {
  return (isCertain ? 1 : 0) + (confidence ?? 0)
}
