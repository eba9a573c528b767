'use client'

import { Check, RefreshCcw, X } from 'lucide-react'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import type { ChosenReason, Outcome } from '#lib/domain/decision'
import { ChosenReasons } from './chosen-reasons.tsx'
import { Button } from './ui/button.tsx'
import { cn } from './ui/cn.ts'
import { Field } from './ui/field.tsx'
import { Kbd } from './ui/kbd.tsx'
import { Notice } from './ui/notice.tsx'
import { Textarea } from './ui/textarea.tsx'
import { type Hotkey, useHotkeys, useShownKey } from './use-hotkeys.tsx'

export interface DecisionPanelProps {
  /** The outcome being prepared; null before one is picked. */
  outcome: Outcome | null
  onOutcomeChange: (outcome: Outcome | null) => void
  /** Reasons of all captures chosen so far. */
  chosen: readonly ChosenReason[]
  onRemoveReason: (reason: ChosenReason) => void
  note: string
  onNoteChange: (note: string) => void
  /** Why it can't be confirmed yet (`decisionProblemText`), or null. */
  problem: string | null
  /** Why the last confirmation was refused, or null. What was typed stays. */
  error: ReactNode
  pending: boolean
  onConfirm: () => void
  /** Why nothing can be decided here at all, such as a claim held by someone else. */
  blocked?: ReactNode
  /** What others have said before, above the outcomes. */
  before?: ReactNode
  /** What only a person can see, there with and without an outcome; `onDone` takes the focus on from it. */
  checklist?: (onDone: () => void) => ReactNode
  /** Where each reason points the customer, below the reasons. */
  places?: ReactNode
  /** The ReasonPicker of the capture on show; seen while a refusal is prepared. */
  picker: ReactNode
  /** The MessagePreview. */
  preview: ReactNode
}

/** In two rows: approve and reject side by side, the long one below. */
const choices = [
  { outcome: 'approved', key: 'a', icon: Check, confirm: 'Approve' },
  { outcome: 'rejected', key: 'x', icon: X, confirm: 'Reject' },
  { outcome: 'resubmission_requested', key: 'r', icon: RefreshCcw, confirm: 'Request resubmission' },
] as const satisfies readonly { outcome: Outcome; key: string; icon: typeof Check; confirm: string }[]

/** Approve, reject or request resubmission, by mouse or by `a` `x` `r`, then Enter. Holds no state of its own. */
export function DecisionPanel(props: DecisionPanelProps) {
  const { outcome, onOutcomeChange, chosen, onRemoveReason, blocked, error, picker, preview } = props
  const { before, checklist, places } = props
  const confirmRef = useRef<HTMLButtonElement>(null)
  useDecisionHotkeys(props)
  const panelRef = useRef<HTMLDivElement>(null)
  const prepared = useRef(false)
  useEffect(() => {
    if (outcome) confirmRef.current?.focus({ preventScroll: true })
    else if (prepared.current) panelRef.current?.focus({ preventScroll: true })
    prepared.current = outcome !== null
  }, [outcome])

  if (blocked) {
    return (
      <div className="grid gap-3 p-4">
        {blocked}
        {error && <Refusal>{error}</Refusal>}
      </div>
    )
  }
  return (
    <div
      ref={panelRef}
      tabIndex={-1}
      className={cn('grid grid-cols-[minmax(0,1fr)] gap-3 px-4 pt-4 outline-none', !outcome && 'pb-4')}
    >
      {before}
      <OutcomeButtons outcome={outcome} onOutcomeChange={onOutcomeChange} />
      {checklist?.(() => (confirmRef.current ?? panelRef.current)?.focus({ preventScroll: true }))}
      {outcome && (
        <>
          {outcome !== 'approved' && picker}
          <ChosenReasons chosen={chosen} onRemove={onRemoveReason} />
          {places}
          {preview}
          <NoteField {...props} onLeave={() => confirmRef.current?.focus()} />
          <ConfirmBar {...props} outcome={outcome} confirmRef={confirmRef} />
        </>
      )}
    </div>
  )
}

function useDecisionHotkeys({ outcome, onOutcomeChange, onConfirm, problem, pending, blocked }: DecisionPanelProps) {
  const group = 'Decide'
  const hotkeys: Hotkey[] = choices.map(({ outcome, key, confirm }) => ({
    keys: [key],
    label: confirm,
    group,
    run: () => onOutcomeChange(outcome),
  }))
  useHotkeys(hotkeys, !blocked && !pending)
  useHotkeys(
    [
      { keys: ['Enter'], label: 'Confirm the decision', group, run: () => problem ?? onConfirm() },
      { keys: ['Escape'], label: 'Back, without deciding', group, run: () => onOutcomeChange(null) },
    ],
    outcome !== null && !blocked && !pending,
  )
  useHotkeys(laterKeys, outcome === null && !blocked)
}

/** No key has these names: until an outcome is picked they are only listed. */
const laterKeys: Hotkey[] = [
  ['1–9', 'Choose a reason, after reject or request'],
  ['⏎', 'Confirm the decision, once one is picked'],
  ['Esc', 'Back, without deciding'],
].map(([key = '', label = '']) => ({ keys: [key], label, group: 'Decide', run: () => {} }))

/** Large while nothing is picked; then one row, since reasons and message need the room. */
function OutcomeButtons({ outcome, onOutcomeChange }: Pick<DecisionPanelProps, 'outcome' | 'onOutcomeChange'>) {
  return (
    <fieldset className={outcome ? 'flex flex-wrap gap-1' : 'grid grid-cols-2 gap-2'}>
      <legend className="sr-only">Decision</legend>
      {choices.map((choice) => (
        <OutcomeButton key={choice.outcome} choice={choice} {...{ outcome, onOutcomeChange }} />
      ))}
    </fieldset>
  )
}

interface OutcomeButtonProps extends Pick<DecisionPanelProps, 'outcome' | 'onOutcomeChange'> {
  choice: (typeof choices)[number]
}

function OutcomeButton({ choice, outcome, onOutcomeChange }: OutcomeButtonProps) {
  const { key, icon: Icon, confirm } = choice
  const chosen = outcome === choice.outcome
  return (
    <Button
      size={outcome ? 'sm' : 'md'}
      aria-pressed={chosen}
      aria-keyshortcuts={useShownKey(key)}
      onClick={() => onOutcomeChange(chosen ? null : choice.outcome)}
      className={cn(
        'aria-pressed:border-primary aria-pressed:bg-selected',
        outcome ? 'grow px-1.5' : 'last:col-span-2',
      )}
    >
      {!outcome && <Icon aria-hidden />} {confirm}
      <Kbd hint className="text-muted-foreground">
        {key}
      </Kbd>
    </Button>
  )
}

interface NoteFieldProps extends Pick<DecisionPanelProps, 'note' | 'onNoteChange'> {
  onLeave: () => void
}

/** `i` goes there, Esc comes back. */
function NoteField({ note, onNoteChange, onLeave }: NoteFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const key = useShownKey('i')
  useHotkeys([{ keys: ['i'], label: 'Write an internal note', group: 'Decide', run: () => field.current?.focus() }])
  return (
    <Field
      label={
        <>
          Internal note <span className="font-normal text-muted-foreground">the customer never sees it</span>
        </>
      }
    >
      {(control) => (
        <Textarea
          {...control}
          ref={field}
          value={note}
          maxLength={2000}
          aria-keyshortcuts={key}
          className="min-h-9"
          onChange={(event) => onNoteChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            onLeave()
          }}
        />
      )}
    </Field>
  )
}

function Refusal({ children }: { children: ReactNode }) {
  return (
    <Notice tone="danger" live>
      {children}
    </Notice>
  )
}

interface ConfirmBarProps
  extends Pick<DecisionPanelProps, 'problem' | 'error' | 'pending' | 'onConfirm' | 'onOutcomeChange'> {
  outcome: Outcome
  confirmRef: RefObject<HTMLButtonElement | null>
}

/** While something is missing the button stays reachable and says what; it just doesn't act. */
function ConfirmBar({ outcome, problem, error, pending, onConfirm, onOutcomeChange, confirmRef }: ConfirmBarProps) {
  const { confirm } = choices.find((choice) => choice.outcome === outcome)!
  return (
    <div className="sticky bottom-0 -mx-4 grid gap-2 border-t border-border bg-card px-4 py-3">
      {error && <Refusal>{error}</Refusal>}
      {problem && (
        <p id="decision-problem" className="text-[0.8125rem] text-warning">
          {problem}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button variant="ghost" aria-keyshortcuts="Escape" onClick={() => onOutcomeChange(null)}>
          Back <Kbd hint>Esc</Kbd>
        </Button>
        <Button
          ref={confirmRef}
          variant={outcome === 'rejected' ? 'danger' : 'primary'}
          busy={pending}
          aria-disabled={problem !== null || undefined}
          aria-describedby={problem ? 'decision-problem' : undefined}
          onClick={() => problem ?? onConfirm()}
        >
          {confirm} <Kbd hint>⏎</Kbd>
        </Button>
      </div>
    </div>
  )
}
