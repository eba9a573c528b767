import { z } from 'zod'
import { findingOutcomeSchema } from './finding.ts'
import { reasonCodeSchema } from './reasons.ts'
import { regionSchema } from './region-schema.ts'

/**
 * What one check says of one capture. `value` is the native value in `unit`, `threshold` the number it was held against in
 * the same unit (null where there is none), `score` 0–100 where 100 is good (ISO/IEC 29794's pair of native value and score).
 */
export const findingSchema = z.object({
  check: z.string(),
  version: z.int().positive(),
  outcome: findingOutcomeSchema,
  score: z.number().min(0).max(100).nullable(),
  value: z.number().nullable(),
  unit: z.string(),
  threshold: z.number().nullable(),
  /** Every threshold the check used, by name, after the policy's overrides. */
  thresholds: z.record(z.string(), z.number()),
  /** One plain sentence for the reviewer. */
  summary: z.string(),
  reasons: z.array(reasonCodeSchema),
  regions: z.array(regionSchema),
  detail: z.record(z.string(), z.json()),
})
