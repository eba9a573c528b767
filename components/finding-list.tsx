'use client'

import { ChevronRight } from 'lucide-react'
import { type CheckGroup, checkGroups, checkGroupTitle, isFlag } from '#lib/domain/finding'
import type { MarkControl } from './finding-mark.tsx'
import { FindingRow } from './finding-row.tsx'
import type { FindingView } from './overlay-regions.tsx'
import { Progress } from './ui/progress.tsx'

export interface FindingListProps {
  /** Of one capture, in any order. */
  findings: readonly FindingView[]
  activeFindingId: string | null
  onActiveFindingChange: (findingId: string | null) => void
  /** A click or Enter on a finding with regions: bring them into view. */
  onOpen?: (finding: FindingView) => void
  /** What people say against findings; left out where they can't. */
  marking?: MarkControl
  /** Checks under way: finished and all. Findings come in as they go. */
  running?: { done: number; total: number } | null
}

/** Findings in plain sentences: those to look at first, the worst on top; the rest folded away but counted. */
export function FindingList(props: FindingListProps) {
  const { findings, running, ...row } = props
  const flagged = findings.filter(({ outcome }) => isFlag(outcome)).sort(byScore)
  const unsure = findings.filter(({ outcome }) => outcome === 'inconclusive')
  const quiet = findings.filter(({ outcome }) => outcome === 'pass' || outcome === 'not_applicable')
  return (
    <div aria-busy={Boolean(running)}>
      {running && <Running {...running} />}
      {flagged.length + unsure.length === 0 && !running && (
        <p className="px-4 py-3 text-[0.8125rem] text-muted-foreground">
          {findings.length > 0 ? 'No check found a problem in this picture.' : 'No check has run on this picture yet.'}
        </p>
      )}
      <ul className="divide-y divide-border">
        {[...flagged, ...unsure].map((finding) => (
          <FindingRow key={finding.id} finding={finding} {...row} />
        ))}
      </ul>
      {quiet.length > 0 && <QuietFindings findings={quiet} {...row} />}
    </div>
  )
}

/** What passed, folded away under what it looks at; what does not apply is named in one line. */
function QuietFindings({ findings, ...row }: Omit<FindingListProps, 'running'>) {
  const passed = findings.filter(({ outcome }) => outcome === 'pass')
  const others = findings.filter(({ outcome }) => outcome === 'not_applicable')
  const groups = [...checkGroups, null].map((group) => passed.filter((finding) => finding.group === group))
  return (
    <details className="group border-t border-border">
      <summary className="flex h-9 list-none items-center gap-1.5 px-4 text-[0.8125rem] text-muted-foreground -outline-offset-2 hover:bg-hover">
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
        {passed.length} passed{others.length > 0 && `, ${others.length} not applicable`}
      </summary>
      {groups
        .filter((some) => some.length > 0)
        .map((some) => (
          <section key={some[0]!.group} aria-label={titleOf(some[0]!.group)} className="border-t border-border">
            <h3 className="px-4 pt-2.5 text-xs font-medium text-muted-foreground">{titleOf(some[0]!.group)}</h3>
            <ul className="divide-y divide-border">
              {some.map((finding) => (
                <FindingRow key={finding.id} finding={finding} {...row} />
              ))}
            </ul>
          </section>
        ))}
      {others.length > 0 && (
        <p className="border-t border-border px-4 py-2.5 text-xs text-muted-foreground">
          Not applicable: {others.map(({ title }) => title).join(' · ')}
        </p>
      )}
    </details>
  )
}

function titleOf(group: CheckGroup | null): string {
  return group ? checkGroupTitle[group] : 'Earlier checks'
}

function Running({ done, total }: { done: number; total: number }) {
  return (
    <div role="status" className="grid gap-2 border-b border-border px-4 py-3 text-[0.8125rem]">
      <span className="flex justify-between">
        <span>Checks are running…</span>
        <span className="text-muted-foreground tabular-nums">
          {done} of {total}
        </span>
      </span>
      <Progress label="Checks" value={done} max={Math.max(1, total)} />
    </div>
  )
}

function byScore(a: FindingView, b: FindingView): number {
  return (a.score ?? 0) - (b.score ?? 0)
}
