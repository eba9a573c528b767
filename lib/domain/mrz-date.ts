/**
 * The date that six characters `YYMMDD` of an MRZ mean: `YYYY-MM-DD`, cut to `YYYY-MM` or `YYYY` where the rest is unknown
 * (`<<`, or `00` as some issuers print); null where the year is unknown or no such day exists. Births are the latest such day
 * not after `today` (`YYYY-MM-DD`) and at most 120 years back; other dates are 20YY unless that lies more than 50 years ahead.
 */
export function mrzDate(text: string, meaning: 'birth' | 'expiry', today: string): string | null {
  const [, year, month, day] = /^(\d\d)(\d\d|<<)(\d\d|<<)$/.exec(text) ?? []
  if (year === undefined) return null
  const rest = isUnknown(month!) ? '' : isUnknown(day!) ? `-${month}` : `-${month}-${day}`
  if (rest === '' && !isUnknown(day!)) return null
  const century = meaning === 'birth' ? birthCentury(year + rest, today) : expiryCentury(year, today)
  if (century === null) return null
  const date = `${century}${year}${rest}`
  return exists(date) ? date : null
}

function isUnknown(part: string): boolean {
  return part === '<<' || part === '00'
}

/** What is cut off compares as its beginning, so a year alone may be this year. */
function birthCentury(short: string, today: string): number | null {
  const oldest = `${String(Number(today.slice(0, 4)) - 120).padStart(4, '0')}${today.slice(4)}`
  const now = Number(today.slice(0, 2))
  for (const century of [now, now - 1, now - 2]) {
    const date = `${century}${short}`
    if (date <= today.slice(0, date.length) && date >= oldest.slice(0, date.length)) return century
  }
  return null
}

function expiryCentury(year: string, today: string): number {
  return 2000 + Number(year) > Number(today.slice(0, 4)) + 50 ? 19 : 20
}

function exists(date: string): boolean {
  const [year, month = 1, day = 1] = date.split('-').map(Number)
  const found = new Date(Date.UTC(year!, month - 1, day))
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === day
}
