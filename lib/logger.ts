import pino from 'pino'

/**
 * One structured event per request or job. Fields are named by the caller and never hold personal data, bodies, headers or
 * addresses with tokens: ids, codes, counts and durations only.
 */
export const logger = pino({
  level: 'info',
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
})

/**
 * What may be logged of an error: its name, its code where it has one, and the four innermost places it passed. Never its
 * message, which may quote a person's data: the database's errors repeat what they were given.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'not an Error'
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code.slice(0, 40)}` : ''
  const places = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
  return [`${error.name}${code}`, ...places.slice(0, 4).map((line) => line.trim())].join(' | ').slice(0, 600)
}
