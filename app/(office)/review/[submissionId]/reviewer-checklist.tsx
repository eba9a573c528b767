'use client'

import { ChevronDown } from 'lucide-react'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '#components/ui/button'
import { Kbd } from '#components/ui/kbd'
import { useHotkeys, useShownKey } from '#components/use-hotkeys'
import { type Checklist, type ChecklistAnswer, type ChecklistItem, checklistAnswerTitle } from '#lib/domain/checklist'
import type { Outcome } from '#lib/domain/decision'

const choices = [
  ['yes', 'y'],
  ['no', 'n'],
  ['cannot_tell', 't'],
] as const satisfies readonly [ChecklistAnswer, string][]

export interface ReviewerChecklistProps {
  items: readonly ChecklistItem[]
  answers: Readonly<Checklist>
  onAnswer: (id: string, answer: ChecklistAnswer) => void
  outcome: Outcome | null
  /** After the last answer. */
  onDone: () => void
}

/**
 * What only a person can see. `k` opens it at the first question without an answer; there `y` `n` `t` answer and go on. Shut it is
 * one line, unless an approval waits for it.
 */
export function ReviewerChecklist({ items, answers, onAnswer, outcome, onDone }: ReviewerChecklistProps) {
  const answerOf = (id: string) => answers.find((one) => one.id === id)?.answer
  const needed =
    outcome === 'approved' && items.some(({ id, requiredForApproval }) => requiredForApproval && answerOf(id) !== 'yes')
  const [wanted, setOpen] = useState(false)
  const open = wanted || needed
  const list = useRef<HTMLUListElement>(null)
  const [at, setAt] = useState<string | null>(null)

  const goTo = (id: string | undefined) => {
    const group = id && list.current?.querySelector<HTMLInputElement>(`[data-item="${id}"] input`)
    if (group) return group.focus()
    setOpen(false)
    onDone()
  }
  const start = () => {
    flushSync(() => setOpen(true))
    goTo((items.find(({ id }) => !answerOf(id)) ?? items[0])?.id)
  }
  const answer = (id: string, value: ChecklistAnswer) => {
    onAnswer(id, value)
    goTo(items[items.findIndex((item) => item.id === id) + 1]?.id)
  }
  const key = useShownKey('k')
  useHotkeys([{ keys: ['k'], label: 'Checklist', group: 'Decide', run: start }], items.length > 0)
  useHotkeys(
    choices.map(([value, key]) => ({
      keys: [key],
      label: `Checklist: ${checklistAnswerTitle[value]}`,
      group: 'Decide',
      run: () => at && answer(at, value),
    })),
    at !== null,
  )
  if (items.length === 0) return null
  return (
    <section aria-label="Checklist" className="rounded-md border border-border text-[0.8125rem]">
      <Button
        size="sm"
        variant="ghost"
        aria-expanded={open}
        aria-keyshortcuts={key}
        className="w-full justify-start font-normal"
        onClick={() => (open ? setOpen(false) : start())}
      >
        <ChevronDown aria-hidden className="-rotate-90 transition-transform in-aria-expanded:rotate-0" />
        <span className="font-medium">Checklist</span>
        <span className="text-muted-foreground tabular-nums">{answered(items, answerOf)}</span>
        <Kbd hint className="ml-auto text-muted-foreground">
          k
        </Kbd>
      </Button>
      {open && (
        <ul ref={list} className="grid gap-1 border-t border-border p-2" onBlur={() => setAt(null)}>
          {items.map((item) => (
            <Question
              key={item.id}
              item={item}
              active={at === item.id}
              answer={answerOf(item.id)}
              onFocus={() => setAt(item.id)}
              onAnswer={(value) => onAnswer(item.id, value)}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function answered(items: readonly ChecklistItem[], answerOf: (id: string) => ChecklistAnswer | undefined): string {
  const count = items.filter(({ id }) => answerOf(id)).length
  const problems = items.filter(({ id }) => answerOf(id) === 'no').map(({ title }) => title)
  return `${count} of ${items.length}${problems.length > 0 ? `; no: ${problems.join(', ')}` : ''}`
}

interface QuestionProps {
  item: ChecklistItem
  /** In focus: the question is shown in full. */
  active: boolean
  answer: ChecklistAnswer | undefined
  onFocus: () => void
  onAnswer: (answer: ChecklistAnswer) => void
}

function Question({ item, active, answer, onFocus, onAnswer }: QuestionProps) {
  const { id, title, question, requiredForApproval } = item
  return (
    <li data-item={id}>
      <fieldset className="flex flex-wrap items-center gap-x-1" onFocus={onFocus}>
        <legend className="sr-only">{question}</legend>
        <span aria-hidden title={question} className="min-w-0 flex-1 truncate">
          {title}
          {requiredForApproval && <span className="text-muted-foreground">, needed to approve</span>}
        </span>
        {choices.map(([value, key]) => (
          <label
            key={value}
            className="inline-flex min-h-6 items-center rounded-sm border border-border px-2 text-xs outline-ring hover:bg-hover has-checked:border-primary has-checked:bg-selected has-focus-visible:outline-2"
          >
            <input
              type="radio"
              name={`checklist-${id}`}
              value={value}
              checked={answer === value}
              aria-keyshortcuts={key}
              className="sr-only"
              onChange={() => onAnswer(value)}
            />
            {checklistAnswerTitle[value]}
          </label>
        ))}
        {active && (
          <span aria-hidden className="w-full text-xs text-muted-foreground">
            {question}
          </span>
        )}
      </fieldset>
    </li>
  )
}
