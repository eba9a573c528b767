'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { startTransition, useEffect, useState } from 'react'
import { ActionForm, type ActionProblem } from '#components/action-form'
import { noteTaken } from '#components/next-case'
import { SnoozeChoice, snoozeUntil } from '#components/snooze-choice'
import { Dialog } from '#components/ui/dialog'
import { Field } from '#components/ui/field'
import { Select } from '#components/ui/select'
import { Textarea } from '#components/ui/textarea'
import { toast } from '#components/ui/toast'
import { type SkipReason, skipReasons, skipReasonTitle } from '#lib/domain/skip-reason'
import type { Colleague } from '#lib/queries/colleagues'
import { escalate, handOver, listColleagues, skip, snooze } from './actions.ts'
import type { PassOnWay } from './pass-on.tsx'

type Fields = Record<string, string>
type Passed = { ok: true; next: Parameters<typeof noteTaken>[0] | null } | ({ ok: false } & ActionProblem)

interface Way {
  title: string
  description: string
  submitLabel: string
  /** What the toast says after the reference. */
  done: string
  send: (submissionId: string, fields: Fields) => Promise<Passed>
}

const ways: Record<PassOnWay, Way> = {
  skip: {
    title: 'Skip',
    description: 'A colleague takes it. It comes back to you only when nothing else waits.',
    submitLabel: 'Skip and open the next',
    done: 'skipped',
    send: (submissionId, { reason }) => skip({ submissionId, reason: reason as SkipReason }),
  },
  snooze: {
    title: 'Snooze',
    description: 'Nobody is handed it before then. The time it is due stays the same.',
    submitLabel: 'Snooze and open the next',
    done: 'snoozed',
    send: async (submissionId, fields) => {
      const until = snoozeUntil(fields)
      return until ? snooze({ submissionId, until }) : { ok: false, message: 'Choose a time.' }
    },
  },
  escalate: {
    title: 'Escalate to the second line',
    description: 'Only the second line is handed it from now on.',
    submitLabel: 'Escalate and open the next',
    done: 'is with the second line',
    send: (submissionId, { note = '' }) => escalate({ submissionId, note }),
  },
  hand_over: {
    title: 'Hand over',
    description: 'It is the first thing your colleague is handed, and nobody else is.',
    submitLabel: 'Hand over and open the next',
    done: 'handed over',
    send: (submissionId, { toUserId = '', note = '' }) => handOver({ submissionId, toUserId, note }),
  },
}

export interface PassOnDialogProps {
  way: PassOnWay
  submissionId: string
  reference: string
  onClose: () => void
}

/** Asks what the way of passing on needs to know, does it, and opens the next submission. Fetched when first asked for. */
export default function PassOnDialog({ way, submissionId, reference, onClose }: PassOnDialogProps) {
  const router = useRouter()
  const { title, description, submitLabel, done, send } = ways[way]
  const submit = async (fields: Fields) => {
    const answer = await send(submissionId, fields)
    if (!answer.ok) return answer
    toast({ title: `${reference} ${done}`, tone: 'success' })
    onClose()
    if (answer.next) noteTaken(answer.next)
    startTransition(() => router.push((answer.next ? `/review/${answer.next.submissionId}` : '/queue') as Route))
    return null
  }
  return (
    <Dialog title={`${title}: ${reference}`} description={description} open onOpenChange={(open) => !open && onClose()}>
      <ActionForm submit={submit} submitLabel={submitLabel}>
        {(errors) => (
          <>
            {way === 'skip' && <ReasonField />}
            {way === 'snooze' && <SnoozeChoice />}
            {way === 'hand_over' && <ColleagueField error={errors.toUserId} />}
            {(way === 'escalate' || way === 'hand_over') && <NoteField error={errors.note} />}
          </>
        )}
      </ActionForm>
    </Dialog>
  )
}

function ReasonField() {
  return (
    <Field label="Why?">
      {(control) => (
        <Select {...control} name="reason" options={skipReasons.map((reason) => [reason, skipReasonTitle[reason]])} />
      )}
    </Field>
  )
}

function NoteField({ error }: { error?: string }) {
  return (
    <Field label="Note" hint="For colleagues only; the customer never sees it." error={error}>
      {(control) => <Textarea {...control} name="note" required maxLength={2000} />}
    </Field>
  )
}

function ColleagueField({ error }: { error?: string }) {
  const [people, setPeople] = useState<Colleague[] | null>(null)
  useEffect(() => {
    listColleagues()
      .then((answer) => setPeople(Array.isArray(answer) ? answer.filter(({ me }) => !me) : []))
      .catch(() => setPeople([]))
  }, [])
  const options = people?.map(({ id, name }) => [id, name] as const) ?? []
  return (
    <Field label="Colleague" error={error ?? (people?.length === 0 ? 'Nobody else reviews here.' : undefined)}>
      {(control) => (
        <Select
          {...control}
          name="toUserId"
          required
          disabled={people === null}
          options={[['', people ? 'Choose…' : 'Loading…'], ...options]}
        />
      )}
    </Field>
  )
}
