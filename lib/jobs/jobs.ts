import { z } from 'zod'

/** Every job by name, with the payload it carries. A job's name is the operation it calls. */
export const jobs = {
  'check-submission': z.object({ submissionId: z.uuid(), requestedById: z.uuid().nullable() }),
  'notify-customer': z.object({ decisionId: z.uuid() }),
} as const

export type JobName = keyof typeof jobs
export type JobPayload<Name extends JobName> = z.infer<(typeof jobs)[Name]>

export const jobNames = Object.keys(jobs) as JobName[]

/**
 * How often a job is tried again, and the seconds before the first time and at most; they double in between. Pictures are before a
 * person within half a minute, checked or not. Mail waits out a day, as senders do with a server that is away (RFC 5321, 4.5.4.1):
 * what is given up reaches nobody.
 */
export const retries: Record<JobName, { retryLimit: number; retryDelay: number; retryDelayMax: number }> = {
  'check-submission': { retryLimit: 3, retryDelay: 2, retryDelayMax: 900 },
  'notify-customer': { retryLimit: 110, retryDelay: 2, retryDelayMax: 900 },
}

/** Where a job goes once its retries are used up; the payload is the job's own. */
export const deadLetterOf = (name: JobName) => `${name}-failed` as const
