import { type ArtifactName, type Artifacts, lateArtifacts } from '#lib/domain/artifacts'
import type { CaptureKind } from '#lib/domain/capture'
import type { CheckGroup, FindingOutcome, Json } from '#lib/domain/finding'
import type { Policy } from '#lib/domain/policy'
import type { ReasonCode } from '#lib/domain/reasons'
import type { Region } from '#lib/domain/region'

/** A number a check holds its measurement against. Where it comes from is part of it. */
export interface Threshold {
  value: number
  unit: string
  /** A standard's clause, a paper, or the calibration in docs/decisions that gave the number. */
  source: string
}

/** What a check returns; the runner adds identity, version and the thresholds used. */
export interface Verdict {
  outcome: Exclude<FindingOutcome, 'error'>
  /** 0–100, 100 is good; null where nothing was measured. */
  score: number | null
  /** Native value in the check's unit. */
  value: number | null
  /** The threshold `value` was held against, in the same unit. */
  threshold: number | null
  /** One plain sentence for the reviewer, naming what was found and where; for `inconclusive`, why it can't tell. */
  summary: string
  reasons?: ReasonCode[]
  regions?: Region[]
  detail?: Record<string, Json>
}

type ThresholdValues<T extends Record<string, Threshold>> = { [Name in keyof T]: number }

/** One rule: pure, one file, one line in the registry. `needs` narrows what `run` receives. */
export interface CheckDefinition<
  Needs extends ArtifactName = ArtifactName,
  Thresholds extends Record<string, Threshold> = Record<string, Threshold>,
  Id extends string = string,
> {
  /** Kebab-case, the file's name; names the good property. Stored with findings: never rename. */
  id: Id
  /** Raise it when the same picture may get another value. */
  version: number
  group: CheckGroup
  title: { pass: string; fail: string }
  /** Why it matters, in a sentence or two. */
  description: string
  /** How it is measured, in a few sentences for whoever has to trust the number. */
  method: string
  /** What it is known to get wrong, or can't tell from a still picture; a sentence each. */
  limits: readonly string[]
  /** Every reason a verdict of it may suggest. The customer is told in these reasons' wordings. */
  suggests: readonly ReasonCode[]
  /** Unit of the native value. */
  unit: string
  appliesTo: readonly CaptureKind[]
  needs: readonly Needs[]
  thresholds: Thresholds
  run: (artifacts: Pick<Artifacts, Needs>, thresholds: ThresholdValues<Thresholds>, policy: Policy) => Verdict
}

/** True for a check that compares captures: it runs once all captures of the submission were read. */
export function isLate({ needs }: Pick<CheckDefinition, 'needs'>): boolean {
  return needs.some((name) => lateArtifacts.some((late) => late === name))
}

/** Declares a check; exists for its types alone. */
export function defineCheck<
  const Needs extends ArtifactName,
  const Thresholds extends Record<string, Threshold>,
  const Id extends string,
>(definition: CheckDefinition<Needs, Thresholds, Id>): CheckDefinition<Needs, Thresholds, Id> {
  return definition
}
