'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState, useTransition } from 'react'
import { orRefusal } from '#components/or-refusal'
import { Button } from '#components/ui/button'
import { Field } from '#components/ui/field'
import { Input } from '#components/ui/input'
import { Select } from '#components/ui/select'
import { type DocumentField, documentFieldTitle } from '#lib/domain/document-field'
import { correct } from './actions.ts'

const hints: Partial<Record<DocumentField['name'], string>> = {
  birthDate: 'As 1990-03-12.',
  expiryDate: 'As 2031-05-06.',
  nationality: 'Three letters, as LVA.',
  issuingState: 'Three letters, as LVA.',
}

const sexes = [
  ['', 'Choose'],
  ['F', 'F, female'],
  ['M', 'M, male'],
  ['X', 'X, not specified'],
] as const

export interface CorrectFieldFormProps {
  submissionId: string
  field: DocumentField
  onDone: () => void
}

/** Says what the document reads. The machine's value stays beside it. */
export function CorrectFieldForm({ submissionId, field: { name, value, correction }, onDone }: CorrectFieldFormProps) {
  const router = useRouter()
  const [typed, setTyped] = useState(value ?? '')
  const [error, setError] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const send = (next: string | null) =>
    start(async () => {
      const answer = await orRefusal(correct({ submissionId, field: name, value: next }))
      if (!answer.ok) return setError('fields' in answer ? (answer.fields?.value ?? answer.message) : answer.message)
      router.refresh()
      onDone()
    })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    send(typed)
  }
  return (
    <form
      className="grid gap-2 rounded-md bg-muted p-2"
      onSubmit={onSubmit}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      <Field label={`${documentFieldTitle[name]} on the document`} hint={hints[name]} error={error}>
        {(control) =>
          name === 'sex' ? (
            <Select
              {...control}
              autoFocus
              options={sexes}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          ) : (
            <Input
              {...control}
              autoFocus
              autoComplete="off"
              spellCheck={false}
              maxLength={120}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )
        }
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" variant="primary" busy={pending}>
          Keep as corrected
        </Button>
        <Button size="sm" variant="ghost" onClick={onDone}>
          Cancel
        </Button>
        {correction && (
          <Button size="sm" variant="ghost" className="ml-auto" disabled={pending} onClick={() => send(null)}>
            Back to what was read
          </Button>
        )}
      </div>
    </form>
  )
}
