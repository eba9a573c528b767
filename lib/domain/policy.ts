import { z } from 'zod'
import { captureKindSchema, documentTypeSchema } from './capture-schema.ts'
import { shippedChecklist } from './checklist.ts'
import { checklistItemSchema } from './checklist-schema.ts'
import { outcomeSchema } from './decision.ts'
import { reasonCodeSchema } from './reasons.ts'

/** Limits of the door that no policy may widen (docs/decisions/002): above them a picture can't be judged safely. */
export const maxPixels = 50_000_000
export const maxSidePx = 20_000

const fileTypeSchema = z.enum(['jpeg', 'png', 'pdf'])

/**
 * Judgements that need a second person: those that meet every condition given. One without conditions is every judgement; of
 * `outcomes`, `reasons` and `countries` any one will do.
 */
const fourEyesRuleSchema = z.object({
  outcomes: z.array(outcomeSchema).min(1).optional(),
  reasons: z.array(reasonCodeSchema).min(1).optional(),
  countries: z.array(z.string().length(3)).min(1).optional(),
  /** Failed checks from which on a submission counts as risky. */
  minFlags: z.int().min(1).optional(),
})
export type FourEyesRule = z.infer<typeof fourEyesRuleSchema>

/** What one client accepts. Policies are data: versioned, and pinned to the submission they judged. */
export const policySchema = z.object({
  title: z.string().min(1).max(120),
  acceptedTypes: z.array(fileTypeSchema).min(1),
  /** Below this a file is still accepted; the check `file-size` says so. */
  minSizeBytes: z.int().min(0),
  /** Above this the door refuses. */
  maxSizeBytes: z.int().min(1).max(100_000_000),
  /** Captures a submission of this document type should carry; a missing one is shown to the reviewer. */
  requiredCaptures: z.record(documentTypeSchema, z.array(captureKindSchema)),
  /** ISO 3166-1 alpha-3 codes, or null for any. */
  countries: z.array(z.string().length(3)).nullable(),
  minimumAgeYears: z.int().min(0).max(120),
  glasses: z.enum(['off', 'as_portrait']),
  scans: z.boolean(),
  /** Hours from receipt to the moment a submission is late. */
  dueHours: z.number().positive().max(720),
  /** Seconds in which a decision can be taken back before anything leaves the house. */
  undoSeconds: z.int().min(0).max(300),
  /** Equal failures after which a person should help with other advice. */
  maxAttempts: z.int().min(1).max(50),
  /** Reviewers see pictures only of what they hold; absent in policies older than the rule. */
  blurUntilClaimed: z.boolean().default(true),
  /** Days a customer's link stays valid. */
  linkDays: z.int().min(1).max(90),
  /** A second person is needed where any of these rules fits; none by default. */
  fourEyes: z.array(fourEyesRuleSchema).max(20).default([]),
  /** Share of submissions, 0 to 1, that a second person reviews without seeing the first's word. */
  blindReviewShare: z.number().min(0).max(1).default(0),
  /** Where the two disagree a third person sees both and decides; without one the first's word counts. */
  thirdOnDisagreement: z.boolean().default(true),
  /** What only a person can see; asked of the reviewer. */
  checklist: z.array(checklistItemSchema).max(20).default([]),
  /** Per check: switched off, or its thresholds overridden by name. */
  checks: z.record(
    z.string(),
    z.object({ enabled: z.boolean().optional(), thresholds: z.record(z.string(), z.number()).optional() }),
  ),
})
export type FileTypes = Policy['acceptedTypes']
export type Policy = z.infer<typeof policySchema>

const common = {
  requiredCaptures: { passport: ['passport_page', 'selfie'], id_card: ['id_front', 'id_back', 'selfie'] },
  countries: null,
  minimumAgeYears: 18,
  dueHours: 24,
  undoSeconds: 20,
  maxAttempts: 5,
  blurUntilClaimed: true,
  linkDays: 14,
  fourEyes: [],
  blindReviewShare: 0,
  thirdOnDisagreement: true,
  checklist: shippedChecklist,
  checks: {},
} satisfies Partial<Policy>

/** The two policies that ship; their sources are the brief's K and C articles. */
export const shippedPolicies = {
  'camera-photos': {
    ...common,
    title: 'Camera photos',
    acceptedTypes: ['jpeg', 'png'],
    minSizeBytes: 100_000,
    maxSizeBytes: 8_000_000,
    glasses: 'off',
    scans: false,
  },
  'photos-and-pdf': {
    ...common,
    title: 'Photos and PDF',
    acceptedTypes: ['jpeg', 'png', 'pdf'],
    minSizeBytes: 0,
    maxSizeBytes: 20_000_000,
    glasses: 'as_portrait',
    scans: true,
  },
} as const satisfies Record<string, Policy>

export type ShippedPolicyName = keyof typeof shippedPolicies
export const defaultPolicyName: ShippedPolicyName = 'camera-photos'
