import type { Series } from '#components/line-chart'
import { reasons as catalogue, type ReasonCode } from '#lib/domain/reasons'
import type { FailureReasons } from '#lib/queries/failure-reasons'

/** As many lines as one can tell apart; the rest is summed up in one more. */
const shown = 5

/** A line for each of the most frequent reasons and one for all others, with a value for every day. */
export function reasonSeries({ reasons, byDay }: FailureReasons, days: readonly string[]): Series[] {
  const leading = reasons.slice(0, shown).map(({ code }) => code)
  const line = (name: string, belongs: (code: ReasonCode) => boolean): Series => {
    const sums = new Map<string, number>()
    for (const { day, code, count } of byDay) if (belongs(code)) sums.set(day, (sums.get(day) ?? 0) + count)
    return { name, values: days.map((day) => sums.get(day) ?? 0) }
  }
  const lines = leading.map((code) => line(catalogue[code].title, (other) => other === code))
  return reasons.length > shown ? [...lines, line('All others', (code) => !leading.includes(code))] : lines
}

/** The last `count` days up to `today`, as YYYY-MM-DD. */
export function lastDays(today: string, count: number): string[] {
  const end = Date.parse(today)
  return Array.from({ length: count }, (_, index) =>
    new Date(end - (count - 1 - index) * 86_400_000).toISOString().slice(0, 10),
  )
}
