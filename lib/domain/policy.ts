import { z } from 'zod'
import { captureKindSchema, documentTypeSchema } from './capture.ts'

/** Limits of the door that no policy may widen (docs/decisions/002): above them a picture can't be judged safely. */
export const maxPixels = 50_000_000
export const maxSidePx = 20_000

export const fileTypeSchema = z.enum(['jpeg', 'png', 'pdf'])

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
  undoSeconds: 8,
  maxAttempts: 5,
  blurUntilClaimed: true,
  linkDays: 14,
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
