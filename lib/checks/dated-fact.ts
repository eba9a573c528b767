import type { Artifacts } from '#lib/domain/artifacts'
import { documentFacts, type Fact, factForDetail } from '#lib/domain/document-facts'
import type { Json } from '#lib/domain/finding'
import type { Verdict } from './check.ts'

export interface DateQuestion {
  name: Extract<Fact['name'], 'birthDate' | 'expiryDate'>
  /** How the date is called in a sentence. */
  called: string
  /** What its measure is held against; from there on the answer is yes. */
  threshold: number
  /** What is reckoned from a date (`YYYY-MM-DD`, or `YYYY-MM` or `YYYY`) and the day the submission came in. */
  measure: (date: string, today: string) => number
  /** The days that a date with unknown parts is reckoned as, the one that counts last. */
  daysOf: (date: string) => readonly string[]
}

export interface DatedFact {
  fact: Fact
  value: number
  holds: boolean
  detail: Record<string, Json>
}

/**
 * A date the document says, reckoned with on the day the submission came in (UTC). Where it was not found, was read unsurely, or
 * could be days of which one holds and another does not: a verdict that can't tell.
 */
export function datedFact(
  { declared, mrz, barcodes, text }: Pick<Artifacts, 'declared' | 'mrz' | 'barcodes' | 'text'>,
  { name, called, threshold, measure, daysOf }: DateQuestion,
): { known: DatedFact } | { verdict: Verdict } {
  const today = declared.receivedAt.slice(0, 10)
  const fact = documentFacts(mrz, text, today, barcodes).find((found) => found.name === name)
  const nothing = { outcome: 'inconclusive', score: null, value: null, threshold } as const
  if (!fact) return { verdict: { ...nothing, summary: `No ${called} could be read on this side.` } }
  const detail = { fields: [factForDetail(fact)] }
  const values = fact.alternatives.flatMap(daysOf).map((date) => measure(date, today))
  const isSplit = new Set(values.map((value) => value >= threshold)).size > 1
  if (!fact.isCertain || isSplit) {
    const why =
      fact.alternatives.length > 1
        ? 'could be read as two days'
        : isSplit && fact.isCertain
          ? 'says no exact day'
          : 'was read unsurely'
    return { verdict: { ...nothing, summary: `The ${called} looks like ${fact.value}, but it ${why}.`, detail } }
  }
  const value = values.at(-1)!
  return { known: { fact, value, holds: value >= threshold, detail } }
}
