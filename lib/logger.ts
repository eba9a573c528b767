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
