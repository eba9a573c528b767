import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import { databaseNow } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import type { DocumentField, FieldCorrection } from '#lib/domain/document-field'
import { type ComputedFacts, computedFacts, documentFields as heldTogether } from '#lib/domain/document-fields'
import { fieldReadings, readingChecks } from '#lib/domain/document-readings'
import { correctionsInForce } from '#lib/domain/field-correction'
import { policySchema } from '#lib/domain/policy'
import { AppError } from '#lib/errors'

export interface DocumentFields {
  fields: DocumentField[]
  computed: ComputedFacts
}

/**
 * What the machine read of the document, where, and how it agrees: zone, print and what was declared, with what a reviewer
 * corrected. Of a run under way, what it has read so far.
 */
export async function documentFields(actor: Actor, submissionId: string): Promise<DocumentFields> {
  authorise(actor, 'submission:review')
  const submission = await db().submission.findUnique({ where: { id: submissionId }, include: parts })
  if (!submission) throw new AppError('NOT_FOUND')
  const { captures, checkRuns, currentCheckRun, receivedAt, policy } = submission
  const found = [...checkRuns.flatMap(({ findings }) => findings), ...(currentCheckRun?.findings ?? [])]
  const readings = fieldReadings(
    captures.map(({ id, kind }) => ({
      captureId: id,
      kind,
      findings: found.filter(({ captureId }) => captureId === id),
    })),
  )
  const declared = {
    name: submission.case.declaredName,
    birthDate: submission.case.declaredBirthDate?.toISOString().slice(0, 10) ?? null,
    country: submission.country,
  }
  const fields = heldTogether(readings, declared, corrected(submission.corrections))
  const days = { receivedOn: dayOf(receivedAt), today: dayOf(await databaseNow(db())) }
  const minimumAge = policySchema.parse(policy.body).minimumAgeYears
  return { fields, computed: computedFacts(fields, { ...days, minimumAge }) }
}

const readingFindings = { findings: { where: { check: { in: [...readingChecks] } } } }

const parts = {
  case: { select: { declaredName: true, declaredBirthDate: true } },
  policy: { select: { body: true } },
  captures: { select: { id: true, kind: true } },
  corrections: { include: { correctedBy: { select: { name: true } } } },
  checkRuns: { where: { status: 'running' }, orderBy: { startedAt: 'desc' }, take: 1, include: readingFindings },
  currentCheckRun: { include: readingFindings },
} as const

type CorrectionRow = {
  field: string
  value: string | null
  machineValue: string | null
  correctedAt: Date
  correctedBy: { name: string }
}

function corrected(rows: readonly CorrectionRow[]): Record<string, FieldCorrection> {
  return Object.fromEntries(
    Object.entries(correctionsInForce(rows)).map(([field, { value, machineValue, correctedBy, correctedAt }]) => [
      field,
      { value, machineValue, by: correctedBy.name, at: correctedAt },
    ]),
  )
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
