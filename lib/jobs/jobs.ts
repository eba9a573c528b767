import { z } from 'zod'

/** Every job by name, with the payload it carries. A job's name is the operation it calls. */
export const jobs = {
  'check-submission': z.object({ submissionId: z.uuid(), requestedById: z.uuid().nullable() }),
  'notify-customer': z.object({ decisionId: z.uuid() }),
} as const

export type JobName = keyof typeof jobs
export type JobPayload<Name extends JobName> = z.infer<(typeof jobs)[Name]>

export const jobNames = Object.keys(jobs) as JobName[]

/** Where a job goes once its retries are used up; the payload is the job's own. */
export const deadLetterOf = (name: JobName) => `${name}-failed` as const
