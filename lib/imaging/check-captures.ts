import { checksToRun, runChecks } from '#lib/checks/run-checks'
import type { Artifacts, Companion, NearDuplicate } from '#lib/domain/artifacts'
import type { Finding } from '#lib/domain/finding'
import type { ImagingPool } from './pool.ts'
import type { CaptureToCheck } from './pool-messages.ts'
import type { CheckedCapture } from './survive-checks.ts'

export interface CheckCapturesOptions {
  /** Run these alone; all that the policy has on where it is left out. */
  only?: readonly string[]
  /** Captures of other cases that look like the one in this place of the list; without it nothing is compared with other cases. */
  findNearDuplicates?: (fingerprint: string, capture: number) => Promise<NearDuplicate[]>
  /** Called after each check with the capture's place in the list. */
  onFinding?: (finding: Finding, capture: number) => void
}

/**
 * Runs every check on the captures of one submission: the early ones in the pool, as many captures at once as it takes, then the late ones, which
 * compare what was read and touch no pixels, here. Answers with each capture's findings in the registry's order.
 */
export async function checkCaptures(
  pool: ImagingPool,
  captures: readonly CaptureToCheck[],
  { only, findNearDuplicates, onFinding = () => {} }: CheckCapturesOptions = {},
): Promise<Finding[][]> {
  const checked = await Promise.all(
    captures.map((capture, at) => pool.checkCapture({ ...capture, only }, (finding) => onFinding(finding, at))),
  )
  const companions = captures.map(({ kind }, at) => ({ kind, readings: checked[at]!.readings }))
  return Promise.all(
    captures.map(async (capture, at) => {
      const { findings, readings } = checked[at]!
      const others = companions.filter((_, other) => other !== at)
      const lookUp = async () =>
        readings.fingerprint && findNearDuplicates ? findNearDuplicates(readings.fingerprint, at) : null
      const source = lateSource(capture, readings, others, lookUp)
      const late = await runChecks(source, capture.policy, {
        only,
        stage: 'late',
        onProgress: (finding) => onFinding(finding, at),
      })
      const order = checksToRun(capture.policy, { only }).map(({ id }) => id as string)
      return [...findings, ...late].sort((a, b) => order.indexOf(a.check) - order.indexOf(b.check))
    }),
  )
}

function lateSource(
  { kind, facts, declared }: CaptureToCheck,
  readings: CheckedCapture['readings'],
  companions: Companion[],
  lookUp: () => Promise<NearDuplicate[] | null>,
) {
  const known: Partial<Artifacts> = { kind, file: facts, declared, ...readings, companions }
  return {
    get: async <Name extends keyof Artifacts>(name: Name): Promise<Artifacts[Name]> => {
      if (name === 'nearDuplicates') return (await lookUp()) as Artifacts[Name]
      if (!(name in known)) throw new Error(`${name} could not be gathered from this capture`)
      return known[name] as Artifacts[Name]
    },
  }
}
