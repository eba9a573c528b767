import { z } from 'zod'
import { checks, isCheckId } from '#lib/checks/registry'
import { documentTypeSchema } from '#lib/domain/capture-schema'
import { countrySchema } from '#lib/domain/country'
import { type CheckGroup, checkGroups } from '#lib/domain/finding'
import { plainText } from '#lib/domain/intake'
import { submissionStatusSchema } from '#lib/domain/submission'
import { queueSorts } from './queue-order.ts'

/** Hours, as the address says them. */
const dueSpans = ['late', '2h', '8h', '24h'] as const
const ageSpans = ['1h', '8h', '24h', '72h'] as const
const attemptChoices = ['1', '2', '3'] as const

const isGroup = (text: string): text is CheckGroup => (checkGroups as string[]).includes(text)

/** What the queue's address carries; a value that makes no sense is ignored rather than refused, links live long. */
export const queueFilterSchema = z.object({
  status: z.union([z.literal(['waiting', 'all']), submissionStatusSchema]).catch('waiting'),
  /** A check that failed, or a group any of whose checks did. */
  flag: z
    .string()
    .refine((text) => isCheckId(text) || isGroup(text))
    .optional()
    .catch(undefined),
  type: documentTypeSchema.optional().catch(undefined),
  country: countrySchema.optional().catch(undefined),
  client: z.uuid().optional().catch(undefined),
  /** The last stands for itself and more. */
  attempt: z.enum(attemptChoices).optional().catch(undefined),
  /** Waits longer than this. */
  age: z.enum(ageSpans).optional().catch(undefined),
  /** Late, or due within this. */
  due: z.enum(dueSpans).optional().catch(undefined),
  holder: z.enum(['nobody', 'me', 'others']).optional().catch(undefined),
  /** `me`, `nobody`, or the id of a colleague. */
  assigned: z
    .union([z.literal(['me', 'nobody']), z.uuid()])
    .optional()
    .catch(undefined),
  /** What is snoozed is left out of what waits unless asked for: alone, or with the rest. */
  snoozed: z.enum(['only', 'with']).optional().catch(undefined),
  escalated: z.enum(['only', 'without']).optional().catch(undefined),
  device: plainText(80).optional().catch(undefined),
  q: plainText(128).optional().catch(undefined),
  sort: z.enum(queueSorts).catch('urgency'),
  dir: z.enum(['asc', 'desc']).optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
  before: z.string().max(400).optional().catch(undefined),
})
export type QueueFilter = z.infer<typeof queueFilterSchema>

/** The checks that a flag filter stands for. */
export function checksOfFlag(flag: string): string[] {
  return isGroup(flag) ? checks.filter(({ group }) => group === flag).map(({ id }) => id) : [flag]
}
