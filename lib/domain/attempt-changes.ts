import { type CaptureKind, captureKinds } from './capture.ts'
import { type FindingOutcome, isFlag } from './finding.ts'

/** What a check said of a capture, as far as two attempts are compared by it. */
export interface ComparedFinding {
  check: string
  outcome: FindingOutcome
  value: number | null
  threshold: number | null
  unit: string
}

export interface AttemptCapture {
  kind: CaptureKind
  /** SHA-256 of the original. */
  sha256: string
  findings: readonly ComparedFinding[]
}

export interface FindingChange {
  check: string
  unit: string
  threshold: number | null
  before: number | null
  after: number | null
}

/**
 * What became of one kind of capture from one attempt to the next. `unclear` holds problems of before of which the checks can't
 * tell now, or that were not looked for again.
 */
export interface CaptureChange {
  kind: CaptureKind
  picture: 'new' | 'same' | 'added' | 'missing'
  fixed: FindingChange[]
  still: FindingChange[]
  fresh: FindingChange[]
  unclear: FindingChange[]
}

/** What changed between two attempts, by kind of capture in their usual order. */
export function attemptChanges(before: readonly AttemptCapture[], after: readonly AttemptCapture[]): CaptureChange[] {
  return captureKinds.flatMap((kind) => {
    const [old, now] = [before, after].map((captures) => captures.find((capture) => capture.kind === kind))
    return old || now ? [captureChange(kind, old, now)] : []
  })
}

function captureChange(kind: CaptureKind, old?: AttemptCapture, now?: AttemptCapture): CaptureChange {
  const picture = !old ? 'added' : !now ? 'missing' : old.sha256 === now.sha256 ? 'same' : 'new'
  const change: CaptureChange = { kind, picture, fixed: [], still: [], fresh: [], unclear: [] }
  if (!now) return change
  const [earlier, later] = [byCheck(old?.findings ?? []), byCheck(now.findings)]
  for (const finding of earlier.values()) {
    if (isFlag(finding.outcome))
      change[fateOf(later.get(finding.check))].push(changeOf(finding, later.get(finding.check)))
  }
  for (const finding of later.values()) {
    const known = earlier.get(finding.check)
    if (isFlag(finding.outcome) && !(known && isFlag(known.outcome))) change.fresh.push(changeOf(known, finding))
  }
  return change
}

function fateOf(later: ComparedFinding | undefined): 'fixed' | 'still' | 'unclear' {
  if (!later || later.outcome === 'inconclusive') return 'unclear'
  return isFlag(later.outcome) ? 'still' : 'fixed'
}

function byCheck(findings: readonly ComparedFinding[]): Map<string, ComparedFinding> {
  return new Map(findings.map((finding) => [finding.check, finding]))
}

/** Units and thresholds are those of now: a policy may have changed them since. */
function changeOf(before: ComparedFinding | undefined, after: ComparedFinding | undefined): FindingChange {
  const { check, unit, threshold } = (after ?? before)!
  return { check, unit, threshold, before: before?.value ?? null, after: after?.value ?? null }
}
