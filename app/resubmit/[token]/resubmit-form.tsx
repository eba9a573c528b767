'use client'

import { CircleCheck, Send } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '#components/ui/button'
import { Notice } from '#components/ui/notice'
import { Progress } from '#components/ui/progress'
import type { Acceptance } from '#lib/domain/accept'
import type { CaptureKind } from '#lib/domain/capture'
import type { Language, Wording } from '#lib/domain/language'
import type { AskedCapture, OpenResubmission } from '#lib/queries/resubmission-page'
import type { CameraWords } from './camera/camera-dialog.tsx'
import { CaptureField } from './capture-field.tsx'
import { problemText, refusalTexts } from './file-words.ts'
import { type Sending, useSending } from './use-sending.ts'
import { Verdict } from './verdict.tsx'
import { WhatToDo } from './what-to-do.tsx'

export interface ResubmitFormProps {
  token: string
  /** BCP 47 tag. */
  language: string
  texts: Language['page']
  titles: Language['captureKinds']
  /** What the customer reads when the door refuses a file, by refusal code. */
  refusals: Record<string, Wording>
  asked: AskedCapture[]
  general: Wording[]
  kept: CaptureKind[]
  acceptance: Acceptance
  look: OpenResubmission['look']
  camera: CameraWords
}

/** Every photo that is asked for, and the button that sends them as one new attempt. */
export function ResubmitForm(props: ResubmitFormProps) {
  const { token, language, texts, titles, refusals, asked, general, kept, acceptance, look, camera } = props
  const form = useRef<HTMLFormElement>(null)
  const [files, setFiles] = useState<Partial<Record<CaptureKind, File>>>({})
  const [problems, setProblems] = useState<Partial<Record<CaptureKind, string>>>({})
  const [missing, setMissing] = useState(false)
  const sending = useSending(`/api/resubmit/${token}`)

  const choose = (kind: CaptureKind, file: File) => {
    const problem = problemText(file, acceptance, { language, texts })
    setFiles({ ...files, [kind]: problem ? undefined : file })
    setProblems({ ...problems, [kind]: problem ?? undefined })
    setMissing(false)
    sending.reset()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const lacking = asked.find(({ kind }) => !files[kind])
    setMissing(lacking !== undefined)
    if (lacking) return form.current?.querySelector<HTMLElement>(`#${lacking.kind} :is(button, input)`)?.focus()
    setProblems({})
    const refused = await sending.send(files)
    if (refused) setProblems(refusalTexts(refused, { language, texts, refusals }))
  }

  if (sending.state.phase === 'sent') return <Verdict title={texts.sent} detail={texts.sentDetail} good focus />
  const busy = sending.state.phase === 'sending' || sending.state.phase === 'pausing'
  const complete = asked.every(({ kind }) => files[kind])
  return (
    <form ref={form} onSubmit={submit} className="grid gap-6">
      <div>
        <h1 className="text-2xl font-semibold tracking-tight">{texts.title}</h1>
        <p className="mt-1 text-muted-foreground">{texts.intro}</p>
      </div>
      {general.length > 0 && <WhatToDo wordings={general} texts={texts} />}
      {asked.map((capture) => (
        <CaptureField
          key={capture.kind}
          capture={capture}
          pictureUrl={capture.captureId && `/api/resubmit/${token}/captures/${capture.captureId}`}
          title={titles[capture.kind]}
          texts={texts}
          acceptance={acceptance}
          look={look}
          camera={camera}
          file={files[capture.kind] ?? null}
          problem={problems[capture.kind] ?? null}
          disabled={busy}
          onFile={(file) => choose(capture.kind, file)}
        />
      ))}
      {kept.length > 0 && <Kept title={texts.kept} names={kept.map((kind) => titles[kind])} />}
      <div
        className={`-mx-4 grid gap-3 bg-background px-4 py-3 ${complete ? 'sticky bottom-0 border-t border-border' : ''}`}
      >
        <SendingState
          state={sending.state}
          missing={missing}
          refused={Object.values(problems).some(Boolean)}
          texts={texts}
        />
        <Button type="submit" variant={complete ? 'primary' : 'secondary'} size="lg" busy={busy} className="w-full">
          {!busy && <Send aria-hidden />}
          {busy ? texts.sending : sending.state.phase === 'failed' ? texts.tryAgain : texts.send}
        </Button>
      </div>
    </form>
  )
}

interface SendingStateProps {
  state: Sending
  missing: boolean
  refused: boolean
  texts: Language['page']
}

/** How far it is, or what is in the way. */
function SendingState({ state, missing, refused, texts }: SendingStateProps) {
  if (state.phase === 'sending') return <Progress label={texts.sending} value={state.share} max={1} className="h-2" />
  if (state.phase === 'pausing') {
    const { seconds } = state
    return (
      <Notice tone="warning" live>
        {seconds === null ? texts.noConnection : texts.retrying.replaceAll('{{seconds}}', String(seconds))}
      </Notice>
    )
  }
  const words = missing ? texts.missing : refused ? texts.notTaken : state.phase === 'failed' ? texts.failed : null
  return words ? (
    <Notice tone="danger" live>
      {words}
    </Notice>
  ) : null
}

function Kept({ title, names }: { title: string; names: string[] }) {
  return (
    <section>
      <h2 className="text-sm text-muted-foreground">{title}</h2>
      <ul className="mt-1 grid gap-1">
        {names.map((name) => (
          <li key={name} className="flex items-center gap-2">
            <CircleCheck aria-hidden className="size-5 text-success" /> {name}
          </li>
        ))}
      </ul>
    </section>
  )
}
