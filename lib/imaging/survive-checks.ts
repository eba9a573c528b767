import { type CheckId, checkOf } from '#lib/checks/registry'
import { checksToRun, readingsToKeep } from '#lib/checks/run-checks'
import type { Readings } from '#lib/domain/artifacts'
import type { Finding } from '#lib/domain/finding'
import type { ChildCrew } from './child-crew.ts'
import { TaskLost } from './killable-process.ts'
import type { CaptureToCheck, Task } from './pool-messages.ts'

/** After this many losses on one capture the rest of its checks are not tried. */
const maxLosses = 3

/** What the early checks found in one capture, and what was read from it for the late ones. */
export interface CheckedCapture {
  findings: Finding[]
  readings: Partial<Readings>
}

function erroredFinding(id: CheckId, problem: string): Finding {
  const { version, unit } = checkOf(id)
  const nothing = { score: null, value: null, threshold: null, thresholds: {}, reasons: [], regions: [] }
  const summary = 'The check could not be finished; a person should look.'
  return { check: id, version, unit, outcome: 'error', summary, ...nothing, detail: { problem } }
}

/**
 * Runs the early checks of one capture in the crew, and goes on where a child was lost: the check it was lost in becomes an errored
 * finding. Children report one finding at a time in the registry's order, which tells where they were. What lost children took
 * of the processor counts against the capture's one budget.
 */
export async function surviveChecks(
  crew: ChildCrew,
  { only, ...capture }: CaptureToCheck & { only?: readonly string[] },
  onProgress: (finding: Finding) => void = () => {},
): Promise<CheckedCapture> {
  const wanted = checksToRun(capture.policy, { only, stage: 'early' }).map(({ id }) => id)
  const keep = readingsToKeep(capture.policy, { only })
  const readings: Partial<Readings> = {}
  const findings: Finding[] = []
  const add = (finding: Finding) => {
    findings.push(finding)
    onProgress(finding)
  }
  let budgetMs = crew.taskMs
  let toRead = keep.length > 0
  for (let losses = 1; findings.length < wanted.length || toRead; losses++) {
    const task = { ...capture, only: wanted.slice(findings.length), keep }
    toRead = false
    const { problem, processorMs } = await runUntilLost(crew, task, budgetMs, add, readings)
    budgetMs -= processorMs
    const lost = wanted.slice(findings.length)
    for (const id of losses < maxLosses && budgetMs > 0 ? lost.slice(0, 1) : lost) add(erroredFinding(id, problem))
  }
  return { findings, readings }
}

/** Adds findings and readings until all were run or the child was lost; says what happened, for the check without a finding. */
async function runUntilLost(
  crew: ChildCrew,
  task: Omit<Extract<Task, { task: 'check-capture' }>, 'task'>,
  budgetMs: number,
  add: (finding: Finding) => void,
  readings: Partial<Readings>,
): Promise<{ problem: string; processorMs: number }> {
  try {
    const reply = await crew.perform({ task: 'check-capture', ...task }, ({ finding }) => add(finding), budgetMs)
    if (reply.reply === 'checked') Object.assign(readings, reply.readings)
    return { problem: reply.reply === 'failed' ? reply.message : 'The check gave no finding', processorMs: 0 }
  } catch (error) {
    if (error instanceof TaskLost && error.why !== 'start')
      return { problem: error.message, processorMs: error.processorMs }
    throw error
  }
}
