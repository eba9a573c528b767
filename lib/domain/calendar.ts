const dayMs = 86_400_000

/** Whole years from a birth date to a day (`YYYY-MM-DD`); of `YYYY-MM` and `YYYY` from its last day. */
export function fullYears(birth: string, day: string): number {
  const [, whole] = daysOf(birth)
  const years = Number(day.slice(0, 4)) - Number(whole.slice(0, 4))
  return day.slice(5) < whole.slice(5) ? years - 1 : years
}

/** Days from a day to the last one of a date, which may be of a whole month or year (`YYYY-MM`, `YYYY`); negative once it has passed. */
export function daysUntil(date: string, day: string): number {
  return Math.round((lastDayMs(date) - Date.parse(day)) / dayMs)
}

/** The first and the last day that a date of a day, month or year (`YYYY-MM-DD`, `YYYY-MM`, `YYYY`) may be. */
export function daysOf(date: string): [first: string, last: string] {
  if (date.length === 10) return [date, date]
  return [`${date}${date.length === 7 ? '' : '-01'}-01`, new Date(lastDayMs(date)).toISOString().slice(0, 10)]
}

function lastDayMs(date: string): number {
  const [year, month, day] = date.split('-').map(Number)
  if (day !== undefined) return Date.parse(date)
  return Date.UTC(year!, month ?? 12, 0)
}
