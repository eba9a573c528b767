import type { CheckId } from '#lib/checks/registry'
import type { Finding } from '#lib/domain/finding'
import type { PeerAnswer } from '../peers/opencv.ts'
import {
  areaUnderCurve,
  bootstrap,
  type Figure,
  falseAlarmsOf,
  type Judged,
  meanOf,
  precisionOf,
  recallOf,
} from './measures.ts'
import type { Sample } from './sample.ts'

/** What was found in one picture, beside what OpenCV's textbook rules say of it. */
export interface Result {
  sample: Sample
  /** By check; those that were not run are missing. */
  ours: Partial<Record<CheckId, Finding>>
  peer: PeerAnswer | null
}

/** A picture one of the checks got wrong, for the contact sheet. */
export interface Miss {
  sample: Sample
  what: string
}

/** One line of figures of a table, as it is printed and as it goes into the check's page. */
export interface Line {
  /** What was measured: a check of ours, or a peer. */
  name: string
  figures: Record<string, Figure>
  /** How many pictures, such as `11 + 77`. */
  n: string
}

/** A table of the report; a file a table in `tables/`, a line each in `tables.ts`. */
export interface Table {
  title: string
  /** Checks whose findings it needs; the first one's page shows it. */
  checks: readonly CheckId[]
  make(results: readonly Result[]): { lines: Line[]; misses: Miss[] } | Promise<{ lines: Line[]; misses: Miss[] }>
}

/** Score, flag and truth of one finding. What can't be told is not a flag, and ranks between good and bad. */
export function judged({ ours }: Result, check: CheckId, truth: boolean): Judged {
  const finding = ours[check]
  return { score: finding?.score == null ? -50 : -finding.score, flagged: finding?.outcome === 'fail', truth }
}

/** AUC, recall, precision and false alarms; nothing where one of the two kinds of picture is missing. */
export function judgedLine(name: string, items: readonly Judged[]): Line[] {
  const bad = items.filter(({ truth }) => truth).length
  if (bad === 0 || bad === items.length) return []
  const figures = {
    AUC: bootstrap(items, areaUnderCurve),
    recall: bootstrap(items, recallOf),
    precision: bootstrap(items, precisionOf),
    'false alarms': bootstrap(items, falseAlarmsOf),
  }
  return [{ name, figures, n: `${bad} + ${items.length - bad}` }]
}

/** The mean and the share above each limit; nothing where there are no values. */
export function meanLine(name: string, values: readonly number[], limits: readonly number[] = []): Line[] {
  if (values.length === 0) return []
  const above = (limit: number) =>
    bootstrap(values, (some) => some.filter((value) => value > limit).length / some.length)
  const shares = limits.map((limit) => [`over ${limit}`, above(limit)] as const)
  return [
    { name, figures: { mean: bootstrap(values, meanOf), ...Object.fromEntries(shares) }, n: String(values.length) },
  ]
}

/** Where flag and truth differ. */
export function missesOf(results: readonly Result[], items: readonly Judged[], what: string): Miss[] {
  return results.flatMap(({ sample }, i) => {
    const { flagged, truth } = items[i]!
    return flagged === truth ? [] : [{ sample, what: `${what}: ${truth ? 'missed' : 'false alarm'}` }]
  })
}
