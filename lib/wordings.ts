import type { Tx } from './db/transaction.ts'
import type { Wording } from './domain/language.ts'
import type { ReasonCode } from './domain/reasons.ts'

export type WordingsInForce = Partial<Record<ReasonCode, Wording & { version: number }>>

/** The saved wordings in force in a language: the highest version of each reason. Reasons never saved are missing. */
export async function wordingsInForce(tx: Tx, locale: string, codes?: readonly ReasonCode[]): Promise<WordingsInForce> {
  const rows = await tx.reasonTemplate.findMany({
    where: { locale, ...(codes && { code: { in: [...codes] } }) },
    orderBy: { version: 'desc' },
    distinct: ['code'],
  })
  return Object.fromEntries(
    rows.map(({ code, title, explanation, advice, version }) => [code, { title, explanation, advice, version }]),
  )
}
