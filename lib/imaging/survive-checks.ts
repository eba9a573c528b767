import { checks } from '#lib/checks/registry'
import type { Finding } from '#lib/domain/finding'
import type { Policy } from '#lib/domain/policy'
import type { ChildCrew } from './child-crew.ts'
import { TaskLost } from './killable-process.ts'
import type { CaptureToCheck } from './pool-messages.ts'

/** After this many losses on one capture the rest of its checks are not tried. */
const maxLosses = 3

function checksToRun(policy: Policy, only: readonly string[] | undefined): string[] {
  const ids: string[] = checks.map(({ id }) => id)
  return ids.filter((id) => (only ?? ids).includes(id) && policy.checks[id]?.enabled !== false)
}

function erroredFinding(id: string, problem: string): Finding {
  const { version, unit } = checks.find((check) => check.id === id)!
  const nothing = { score: null, value: null, threshold: null, thresholds: {}, reasons: [], regions: [] }
  const summary = 'The check could not be finished; a person should look.'
  return { check: id, version, unit, outcome: 'error', summary, ...nothing, detail: { problem } }
}

/**
 * Runs the checks of one capture in the crew, and goes on where a child was lost: the check it was lost in becomes an errored
 * finding. Children report one finding at a time in the registry's order, which tells where they were.
 */
export async function surviveChecks(
  crew: ChildCrew,
  { only, ...capture }: CaptureToCheck & { only?: readonly string[] },
  onProgress: (finding: Finding) => void = () => {},
): Promise<Finding[]> {
  const wanted = checksToRun(capture.policy, only)
  const findings: Finding[] = []
  const add = (finding: Finding) => {
    findings.push(finding)
    onProgress(finding)
  }
  for (let losses = 1; findings.length < wanted.length; losses++) {
    const left = wanted.slice(findings.length)
    const problem = await runUntilLost(crew, capture, left, add)
    const lost = wanted.slice(findings.length)
    for (const id of losses < maxLosses ? lost.slice(0, 1) : lost) add(erroredFinding(id, problem))
  }
  return findings
}

/** Adds findings until all were run or the child was lost; says what happened, for the check without a finding. */
async function runUntilLost(
  crew: ChildCrew,
  capture: CaptureToCheck,
  only: string[],
  add: (finding: Finding) => void,
): Promise<string> {
  try {
    const reply = await crew.perform({ task: 'check-capture', only, ...capture }, ({ finding }) => add(finding))
    return reply.reply === 'failed' ? reply.message : 'The check gave no finding'
  } catch (error) {
    if (error instanceof TaskLost) return error.message
    throw error
  }
}
