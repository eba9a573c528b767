'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState, useTransition } from 'react'
import { MentionList } from '#components/mention-list'
import { orRefusal } from '#components/or-refusal'
import { Button } from '#components/ui/button'
import { Field } from '#components/ui/field'
import { Textarea } from '#components/ui/textarea'
import { useLoaded } from '#components/use-loaded'
import { useMentions } from '#components/use-mentions'
import { type Colleague, longestNote, mentionedIn } from '#lib/domain/note'
import { addNote } from './actions.ts'

const hint = '@ names a colleague. The customer and support never see it.'

/** What is being written, by submission: looking at another tab or another case must not lose it. Never stored. */
const drafts = new Map<string, string>()

/** A note for colleagues. What is typed stays until it is kept. */
export function WriteNote({ submissionId }: { submissionId: string }) {
  const router = useRouter()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setShownText] = useState(drafts.get(submissionId) ?? '')
  const [error, setError] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const loaded = useLoaded<(Colleague & { me: boolean })[]>('/api/colleagues')
  const colleagues = (loaded.data ?? []).filter(({ me }) => !me)
  const setText = (next: string) => {
    drafts.set(submissionId, next)
    setShownText(next)
  }
  const mentions = useMentions({
    field,
    colleagues,
    text,
    onTextChange: setText,
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    start(async () => {
      const mentionedIds = mentionedIn(text, colleagues).map(({ id }) => id)
      const answer = await orRefusal(addNote({ submissionId, body: text, mentionedIds }))
      setError(answer.ok ? null : 'fields' in answer ? (answer.fields?.body ?? answer.message) : answer.message)
      if (!answer.ok) return
      setText('')
      router.refresh()
    })
  }
  return (
    <form className="grid gap-2" onSubmit={onSubmit}>
      <Field label="Note for colleagues" hint={loaded.error ?? hint} error={error}>
        {(control) => (
          <div className="relative">
            <Textarea
              {...control}
              {...mentions.field}
              ref={field}
              className="w-full"
              maxLength={longestNote}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            <MentionList {...mentions} />
          </div>
        )}
      </Field>
      <Button type="submit" className="justify-self-start" busy={pending} disabled={text.trim() === ''}>
        Add note
      </Button>
    </form>
  )
}
