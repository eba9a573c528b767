'use client'

import { useState } from 'react'
import { ReasonPicker } from '#components/reason-picker'
import { Button } from '#components/ui/button'
import { Kbd } from '#components/ui/kbd'
import { useHotkeys, useShownKey } from '#components/use-hotkeys'
import { type CaptureKind, captureKindTitle, showsDocument } from '#lib/domain/capture'
import { type Checklist, reasonsFromChecklist } from '#lib/domain/checklist'
import type { ChosenReason } from '#lib/domain/decision'
import type { ReasonCode } from '#lib/domain/reasons'
import type { DecisionDesk } from '#lib/queries/decision-desk'
import type { CaptureView, WorkspaceView } from './workspace-view.ts'

export interface ReasonChoiceProps {
  view: WorkspaceView
  desk: DecisionDesk
  capture: CaptureView | undefined
  chosen: readonly ChosenReason[]
  /** Of the checklist: a "no" suggests its reason. */
  answers: Readonly<Checklist>
  onToggle: (reason: ChosenReason) => void
}

/** Reasons for the capture on show, or for the submission as a whole; `w` goes from one to the other. */
export function ReasonChoice({ view, desk, capture, chosen, answers, onToggle }: ReasonChoiceProps) {
  const [wanted, setWhole] = useState(false)
  const whole = wanted || !capture
  const kind = whole ? null : capture.kind
  const sent = view.captures.map((one) => one.kind)
  const seen = reasonsFromChecklist(desk.checklist, answers as Checklist, sent).filter((one) => one.capture === kind)
  useHotkeys([
    { keys: ['w'], label: 'Reasons for the whole submission', group: 'Decide', run: () => setWhole(!wanted) },
  ])
  return (
    <div className="grid gap-2">
      <fieldset className="flex items-center gap-1 text-[0.8125rem]">
        <legend className="sr-only">Reasons are for</legend>
        {capture && (
          <Button size="sm" variant="ghost" aria-pressed={!whole} onClick={() => setWhole(false)}>
            {captureKindTitle[capture.kind]}
          </Button>
        )}
        <Button
          size="sm"
          variant="ghost"
          aria-pressed={whole}
          aria-keyshortcuts={useShownKey('w')}
          onClick={() => setWhole(true)}
        >
          Whole submission <Kbd hint>w</Kbd>
        </Button>
      </fieldset>
      <ReasonPicker
        kind={kind}
        suggested={whole ? missingReasons(view.missing) : [...capture.suggested, ...seen.map(({ code }) => code)]}
        selected={chosen.filter((reason) => reason.capture === kind).map(({ code }) => code)}
        onToggle={(code) => onToggle({ code, capture: kind })}
      />
    </div>
  )
}

/** What to say when captures the policy asks for are not there. */
function missingReasons(missing: readonly CaptureKind[]): ReasonCode[] {
  return [
    ...new Set(missing.map((kind) => (showsDocument(kind) ? 'doc_side_missing' : 'selfie_missing'))),
  ] as ReasonCode[]
}
