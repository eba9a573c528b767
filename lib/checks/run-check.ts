import type { ArtifactName, Artifacts } from '#lib/domain/artifacts'
import type { Finding } from '#lib/domain/finding'
import type { Policy } from '#lib/domain/policy'
import type { CheckDefinition, Verdict } from './check.ts'

/** Where a check's material comes from: gathered on first use, once. A rejection is that check's error. */
export interface ArtifactSource {
  get<Name extends ArtifactName>(name: Name): Promise<Artifacts[Name]>
}

/**
 * Runs one check, whether registered or not. One that throws, or whose material can't be gathered, gives the outcome `error`.
 */
export async function runCheck(check: CheckDefinition, source: ArtifactSource, policy: Policy): Promise<Finding> {
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
