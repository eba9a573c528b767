'use client'

import { useState, useTransition } from 'react'
import { DateTime } from './date-time.tsx'
import type { WrongMark } from './overlay-regions.tsx'
import { Button } from './ui/button.tsx'
import { Field } from './ui/field.tsx'
import { Textarea } from './ui/textarea.tsx'

/** What the list of findings can do with a person's word against one of them. Each answers whether it worked. */
export interface MarkControl {
  marks: readonly WrongMark[]
  mark: (findingId: string, note: string) => Promise<boolean>
  unmark: (findingId: string) => Promise<boolean>
}

export interface FindingMarkProps {
  findingId: string
  /** The finding in words, to tell one button from the others. */
  title: string
  control: MarkControl
}

/** Under a finding: who holds it for wrong and why, or the way to say so oneself. */
export function FindingMark({ findingId, title, control }: FindingMarkProps) {
  const [asking, setAsking] = useState(false)
  const mark = control.marks.find((one) => one.findingId === findingId)
  if (mark) return <StandingMark mark={mark} title={title} unmark={control.unmark} />
  if (asking) return <MarkForm {...{ findingId, title, control }} onClose={() => setAsking(false)} />
  // On what is hovered or focused it floats over the row's end; where nothing hovers it has a line of its own.
  return (
    <Button
      variant="link"
      size="sm"
      aria-label={`Mark as wrong: ${title}`}
      className="ml-9 h-6 text-xs hovers:absolute hovers:right-2 hovers:bottom-1 hovers:bg-hover hovers:opacity-0 hovers:group-focus-within:opacity-100 hovers:group-hover:opacity-100"
      onClick={() => setAsking(true)}
    >
      Mark as wrong
    </Button>
  )
}

interface StandingMarkProps extends Pick<FindingMarkProps, 'title'> {
  mark: WrongMark
  unmark: MarkControl['unmark']
}

function StandingMark({ mark: { findingId, note, markedBy, markedAt, mine }, title, unmark }: StandingMarkProps) {
  const [pending, start] = useTransition()
  return (
    <div className="mx-4 mb-2.5 ml-11 grid gap-0.5 rounded-sm bg-warning-soft px-2 py-1 text-xs text-warning">
      <p>
        Marked as wrong by {mine ? 'you' : markedBy}, <DateTime value={markedAt} />
        {mine && (
          <Button
            variant="link"
            size="sm"
            busy={pending}
            aria-label={`Take the mark back: ${title}`}
            className="h-6 px-1.5 text-xs"
            onClick={() => start(async () => void (await unmark(findingId)))}
          >
            Take back
          </Button>
        )}
      </p>
      {note && <p className="whitespace-pre-line">{note}</p>}
    </div>
  )
}

function MarkForm({ findingId, title, control, onClose }: FindingMarkProps & { onClose: () => void }) {
  const [note, setNote] = useState('')
  const [pending, start] = useTransition()
  const save = () =>
    start(async () => {
      if (await control.mark(findingId, note)) onClose()
    })
  return (
    <form
      aria-label={`Mark as wrong: ${title}`}
      className="mx-4 mb-3 ml-11 grid gap-2"
      action={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
    >
      <Field label="Why is it wrong?" hint="For colleagues and the figures; the customer never sees it.">
        {(field) => (
          <Textarea
            {...field}
            autoFocus
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" size="sm" variant="primary" busy={pending}>
          Mark as wrong
        </Button>
        <Button size="sm" variant="ghost" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
