'use client'

import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import { DrawnList } from '#components/drawn-list'
import { FindingList } from '#components/finding-list'
import { Skeleton } from '#components/ui/skeleton'
import { Tabs } from '#components/ui/tabs'
import { useHotkeys } from '#components/use-hotkeys'
import { isFlag } from '#lib/domain/finding'
import type { Point } from '#lib/domain/region'
import type { CaseNotes } from '#lib/queries/case-notes'
import type { FactsTabProps } from './facts-tab.tsx'
import { type EvidenceTab, evidenceTabs } from './use-evidence-tab.ts'
import type { Marks } from './use-marks.ts'

/** Fetched when they are first opened: the findings are what a reviewer opens the page for. */
const FactsTab = dynamic(() => import('./facts-tab.tsx').then((module) => module.FactsTab), { loading: Loading })
const HistoryTab = dynamic(() => import('./history-tab.tsx').then((module) => module.HistoryTab), { loading: Loading })
const NotesTab = dynamic(() => import('./notes-tab.tsx').then((module) => module.NotesTab), { loading: Loading })

export interface EvidenceTabsProps extends FactsTabProps {
  notes: CaseNotes
  running: { done: number; total: number } | null
  tab: EvidenceTab
  onTabChange: (tab: EvidenceTab) => void
  marks: Marks
  /** Brings places of the capture on show into view. */
  onShowPlace: (places: readonly (readonly Point[])[]) => void
}

/** What is known beside the picture: findings of the capture on show, facts, and what happened so far. */
export function EvidenceTabs({ running, tab, onTabChange, marks, onShowPlace, ...props }: EvidenceTabsProps) {
  useTabKeys(tab, onTabChange)
  const { view, capture, facts, notes, activeFindingId, onActiveFindingChange } = props
  const findings = capture?.findings ?? []
  const pointing = { activeFindingId, onActiveFindingChange }
  const contents: Record<EvidenceTab, { title: ReactNode; content: ReactNode }> = {
    findings: {
      title: <Counted title="Findings" count={findings.filter(({ outcome }) => isFlag(outcome)).length} />,
      content: (
        <>
          <FindingList
            findings={findings}
            running={running}
            marking={marks}
            onOpen={({ regions }) => onShowPlace(regions.map(({ points }) => points))}
            {...pointing}
          />
          <DrawnList
            regions={marks.regions.filter(({ captureId }) => captureId === capture?.id)}
            onOpen={({ points }) => onShowPlace([points])}
            onRemove={marks.removeDrawn}
            {...pointing}
          />
        </>
      ),
    },
    facts: {
      title: (
        <Counted title="Facts" count={facts.fields.filter(({ agreement }) => agreement === 'differ').length} quiet />
      ),
      content: <FactsTab {...props} />,
    },
    history: { title: 'History', content: <HistoryTab view={view} pictures={props.pictures} /> },
    notes: {
      title: <Counted title="Notes" count={notes.notes.length + notes.older} quiet />,
      content: <NotesTab view={view} notes={notes} />,
    },
  }
  return (
    <Tabs
      label="Evidence"
      className="min-h-32 flex-1 grid-rows-[auto_minmax(0,1fr)]"
      tabs={evidenceTabs.map((id) => ({ id, ...contents[id] }))}
      value={tab}
      onChange={(id) => onTabChange(id as EvidenceTab)}
    />
  )
}

/** `quiet` leaves a count of nothing out. */
function Counted({ title, count, quiet = false }: { title: string; count: number; quiet?: boolean }) {
  return (
    <>
      {title} {!(quiet && count === 0) && <span className="font-normal tabular-nums">{count}</span>}
    </>
  )
}

function Loading() {
  return <Skeleton className="m-4 h-40" />
}

/** Beside `[` and `]`, which go through the captures. */
function useTabKeys(tab: EvidenceTab, onTabChange: (tab: EvidenceTab) => void) {
  const step = (by: number) => {
    const next = evidenceTabs.at((evidenceTabs.indexOf(tab) + by) % evidenceTabs.length)
    if (next) onTabChange(next)
  }
  const group = 'Evidence'
  useHotkeys([
    { keys: ['{'], label: 'Previous tab of the evidence', group, run: () => step(-1) },
    { keys: ['}'], label: 'Next tab of the evidence', group, run: () => step(1) },
  ])
}
