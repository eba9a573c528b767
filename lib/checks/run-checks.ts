import { type ReadingName, readingNames } from '#lib/domain/artifacts'
import type { Finding } from '#lib/domain/finding'
import type { Policy } from '#lib/domain/policy'
import { type CheckDefinition, isLate } from './check.ts'
import { checks } from './registry.ts'
import { type ArtifactSource, runCheck } from './run-check.ts'

export type { ArtifactSource } from './run-check.ts'

/** `early` checks look at one capture; `late` ones compare captures and come when all of them were read. */
export type CheckStage = 'early' | 'late'

export interface RunChecksOptions {
  /** Run these alone; all where it is left out. */
  only?: readonly string[]
  /** Run the checks of this stage alone; both where it is left out. */
  stage?: CheckStage
  /** Called after each check, in order. */
  onProgress?: (finding: Finding, done: number, total: number) => void
}

/** The checks to run on each capture, in the registry's order: of `only` and `stage` where given, those the policy switched off left out. */
export function checksToRun(policy: Policy, { only, stage }: Pick<RunChecksOptions, 'only' | 'stage'> = {}) {
  return checks.filter(
    (check) =>
      (only ?? [check.id]).includes(check.id) &&
      (stage ?? stageOf(check)) === stageOf(check) &&
      policy.checks[check.id]?.enabled !== false,
  )
}

/** What the late checks to run look at: it has to be read from every capture, and kept until all were. */
export function readingsToKeep(policy: Policy, options: Pick<RunChecksOptions, 'only'> = {}): ReadingName[] {
  const late = checksToRun(policy, { ...options, stage: 'late' })
  return readingNames.filter((name) => late.some(({ needs }) => needs.includes(name)))
}

function stageOf(check: CheckDefinition): CheckStage {
  return isLate(check) ? 'late' : 'early'
}

/**
 * Runs the registered checks on one capture, in the registry's order: one finding each, those the policy switched off left
 * out. A check that throws, or whose material can't be gathered, gives the outcome `error` for itself alone.
 */
export async function runChecks(
  source: ArtifactSource,
  policy: Policy,
  options: RunChecksOptions = {},
): Promise<Finding[]> {
  const wanted = checksToRun(policy, options)
  const findings: Finding[] = []
  for (const check of wanted) {
    const finding = await runCheck(check, source, policy)
    findings.push(finding)
    options.onProgress?.(finding, findings.length, wanted.length)
  }
  return findings
}
