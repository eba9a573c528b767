'use client'

import { useRouter } from 'next/navigation'
import { ActionForm } from './action-form.tsx'
import { Dialog } from './ui/dialog.tsx'
import { Field } from './ui/field.tsx'
import { Textarea } from './ui/textarea.tsx'
import { toast } from './ui/toast.tsx'

/** Why a decided submission goes back to the queue. */
export type ReopeningCause = 'reopened' | 'appealed'

/** Opens a decided submission again; a server action. */
export type ReopenAction = (input: {
  submissionId: string
  cause: ReopeningCause
  why: string
}) => Promise<{ ok: true } | { ok: false; message: string; fields?: Record<string, string> }>

const words = {
  reopened: {
    title: 'Open this submission again?',
    description:
      'It goes back to the queue and is decided anew. The decision stays on record. The customer hears of it once there is a new one.',
    why: 'Why it has to be looked at again',
    confirm: 'Open again',
    done: 'Open again',
  },
  appealed: {
    title: 'Record the customer’s appeal?',
    description:
      'It goes back to the queue, and to somebody else: nobody who has reviewed it before has a say. The customer hears of it once there is a new decision.',
    why: 'What the customer says',
    confirm: 'Record the appeal',
    done: 'Appeal recorded',
  },
} as const

export interface ReopenDialogProps {
  submissionId: string
  cause: ReopeningCause
  action: ReopenAction
  onClose: () => void
}

/** Asks for the reason, says what follows, and opens a decided submission again. */
export function ReopenDialog({ submissionId, cause, action, onClose }: ReopenDialogProps) {
  const router = useRouter()
  const { title, description, why, confirm, done } = words[cause]
  const submit = async (fields: Record<string, string>) => {
    const answer = await action({ submissionId, cause, why: fields.why ?? '' })
    if (!answer.ok) return answer
    toast({ title: done, tone: 'success' })
    onClose()
    router.refresh()
    return null
  }
  return (
    <Dialog title={title} description={description} open onOpenChange={(open) => open || onClose()}>
      <ActionForm submit={submit} submitLabel={confirm}>
        {(errors) => (
          <Field label={why} hint="For colleagues; never part of a message." error={errors.why}>
            {(control) => <Textarea {...control} name="why" maxLength={2000} required className="min-h-24" />}
          </Field>
        )}
      </ActionForm>
    </Dialog>
  )
}
