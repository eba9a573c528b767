'use client'

import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from './ui/button.tsx'
import { Notice } from './ui/notice.tsx'

/** What a server action answers when it did not do what was asked. */
export interface ActionProblem {
  message: string
  /** Messages by field, where fields are what is wrong. */
  fields?: Record<string, string>
}

export interface ActionFormProps {
  /** Gets the fields as texts; answers null when done, else what is in the way. */
  submit: (fields: Record<string, string>) => Promise<ActionProblem | null>
  submitLabel: string
  /** Shows the fields without a way to send them. */
  readOnly?: boolean
  /** The fields, with the errors that belong beside them. */
  children: (errors: Record<string, string>) => ReactNode
}

/** A form around a server action. What was typed stays when it is refused; the refusal is shown beside the button. */
export function ActionForm({ submit, submitLabel, readOnly = false, children }: ActionFormProps) {
  const [problem, setProblem] = useState<ActionProblem | null>(null)
  const [busy, setBusy] = useState(false)

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, `${value}`]))
    setBusy(true)
    setProblem(null)
    setProblem(await submit(fields).catch(() => ({ message: 'Nobody answered. Check your connection and try again.' })))
    setBusy(false)
  }

  return (
    <form onSubmit={onSubmit} className="grid gap-4">
      {children(problem?.fields ?? {})}
      {problem && !problem.fields && (
        <Notice tone="danger" live>
          {problem.message}
        </Notice>
      )}
      {!readOnly && (
        <Button type="submit" variant="primary" busy={busy} className="justify-self-end">
          {submitLabel}
        </Button>
      )}
    </form>
  )
}
