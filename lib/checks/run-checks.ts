import { type ArtifactName, type Artifacts, type ReadingName, readingNames } from '#lib/domain/artifacts'
import type { Finding } from '#lib/domain/finding'
import type { Policy } from '#lib/domain/policy'
import { type CheckDefinition, isLate, type Verdict } from './check.ts'
import { checks } from './registry.ts'

/** Where a check's material comes from: gathered on first use, once. A rejection is that check's error. */
export interface ArtifactSource {
  get<Name extends ArtifactName>(name: Name): Promise<Artifacts[Name]>
}

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

async function runCheck(check: CheckDefinition, source: ArtifactSource, policy: Policy): Promise<Finding> {
  const thresholds = thresholdsOf(check, policy)
  const verdict = await judge(check, thresholds, source, policy)
  return {
    check: check.id,
    version: check.version,
    unit: check.unit,
    thresholds,
    ...verdict,
    score: verdict.score === null ? null : Math.round(Math.min(100, Math.max(0, verdict.score)) * 10) / 10,
    reasons: verdict.reasons ?? [],
    regions: verdict.regions ?? [],
    detail: verdict.detail ?? {},
  }
}

async function judge(
  check: CheckDefinition,
  thresholds: Record<string, number>,
  source: ArtifactSource,
  policy: Policy,
): Promise<Verdict | (Omit<Verdict, 'outcome'> & { outcome: 'error' })> {
  const nothing = { score: null, value: null, threshold: null }
  try {
    if (!check.appliesTo.includes(await source.get('kind'))) {
      return { ...nothing, outcome: 'not_applicable', summary: 'Does not apply to this kind of picture.' }
    }
    return check.run(await gather(check.needs, source), thresholds, policy)
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    return { ...nothing, outcome: 'error', summary: 'The check broke; a person should look.', detail: { problem } }
  }
}

async function gather(needs: readonly ArtifactName[], source: ArtifactSource): Promise<Artifacts> {
  const entries: [ArtifactName, unknown][] = []
  for (const name of needs) entries.push([name, await source.get(name)])
  return Object.fromEntries(entries) as unknown as Artifacts
}

/** The check's own numbers with the policy's overrides; names the check doesn't know are ignored. */
function thresholdsOf(check: CheckDefinition, policy: Policy): Record<string, number> {
  const overrides = policy.checks[check.id]?.thresholds ?? {}
  return Object.fromEntries(
    Object.entries(check.thresholds).map(([name, { value }]) => [name, overrides[name] ?? value]),
  )
}
