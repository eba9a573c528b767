'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { ActionForm } from '#components/action-form'
import { SnoozeChoice, snoozeUntil } from '#components/snooze-choice'
import { Dialog } from '#components/ui/dialog'
import { Field } from '#components/ui/field'
import { Select } from '#components/ui/select'
import { toast } from '#components/ui/toast'
import type { Colleague } from '#lib/queries/colleagues'
import { assign, listColleagues, snooze } from './actions.ts'

export interface BulkDialogProps {
  ids: string[]
  /** The selection has served its purpose. */
  onDone: () => void
  onClose: () => void
}

const everybody = 'everybody'

/** Asks whose the selected submissions are. */
export function AssignDialog({ ids, onDone, onClose }: BulkDialogProps) {
  const router = useRouter()
  const people = useColleagues()
  const submit = async ({ to = '' }: Record<string, string>) => {
    const answer = await assign({ submissionIds: ids, toUserId: to === everybody ? null : to })
    if (!answer.ok) return answer
    toast({ title: changedWords(answer.changed, ids.length, to === everybody ? 'given back' : 'assigned') })
    onClose()
    onDone()
    router.refresh()
    return null
  }
  const options = people.map(({ id, name, me }) => [id, me ? `${name} (you)` : name] as const)
  return (
    <Dialog
      title={`Assign ${countWords(ids.length)}`}
      description="They are the first this person is handed, and nobody else is."
      open
      onOpenChange={(open) => !open && onClose()}
    >
      <ActionForm submit={submit} submitLabel="Assign">
        {(errors) => (
          <Field label="To" error={errors.toUserId}>
            {(control) => (
              <Select {...control} name="to" options={[...options, [everybody, 'Nobody: back to everybody']]} />
            )}
          </Field>
        )}
      </ActionForm>
    </Dialog>
  )
}

/** Asks until when the selected submissions are snoozed. */
export function SnoozeDialog({ ids, onDone, onClose }: BulkDialogProps) {
  const router = useRouter()
  const submit = async (fields: Record<string, string>) => {
    const until = snoozeUntil(fields)
    if (!until) return { message: 'Choose a time.' }
    const answer = await snooze({ submissionIds: ids, until })
    if (!answer.ok) return answer
    toast({ title: changedWords(answer.changed, ids.length, 'snoozed') })
    onClose()
    onDone()
    router.refresh()
    return null
  }
  return (
    <Dialog
      title={`Snooze ${countWords(ids.length)}`}
      description="Nobody is handed them before then. The times they are due stay the same."
      open
      onOpenChange={(open) => !open && onClose()}
    >
      <ActionForm submit={submit} submitLabel="Snooze">
        {() => <SnoozeChoice />}
      </ActionForm>
    </Dialog>
  )
}

function useColleagues(): Colleague[] {
  const [people, setPeople] = useState<Colleague[]>([])
  useEffect(() => {
    listColleagues()
      .then((answer) => setPeople(Array.isArray(answer) ? answer : []))
      .catch(() => undefined)
  }, [])
  return people
}

function countWords(count: number): string {
  return count === 1 ? '1 submission' : `${count} submissions`
}

function changedWords(changed: number, asked: number, did: string): string {
  const words = `${countWords(changed)} ${did}.`
  return changed < asked ? `${words} The others are decided, or a colleague holds them.` : words
}
