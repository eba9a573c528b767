import type { Tx } from './db/transaction.ts'
import type { Wording } from './domain/language.ts'
import type { ReasonCode } from './domain/reasons.ts'

export type WordingsInForce = Partial<Record<ReasonCode, Wording & { version: number }>>

/** The saved wordings in force in a language: the highest version of each reason. Reasons never saved are missing. */
export async function wordingsInForce(tx: Tx, locale: string, codes?: readonly ReasonCode[]): Promise<WordingsInForce> {
  const rows = await tx.$queryRaw<(Wording & { code: ReasonCode; version: number })[]>`
    SELECT DISTINCT ON (code) code, version, title, explanation, advice FROM reason_templates
    WHERE locale = ${locale} AND (${codes === undefined} OR code = ANY (${[...(codes ?? [])]}::text[]))
    ORDER BY code, version DESC`
  return Object.fromEntries(rows.map(({ code, ...wording }) => [code, wording]))
}
