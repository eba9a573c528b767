'use client'

import { useRef, useState } from 'react'
import { newIdempotencyKey, sendForm } from '#components/send-form'
import type { CaptureKind } from '#lib/domain/capture'
import type { SubmissionMetadata } from '#lib/domain/intake'

export interface ReceivedSubmission {
  id: string
  reference: string
  attempt: number
}

type Phase = { phase: 'filling' } | { phase: 'sending'; share: number } | { phase: 'failed'; message: string }

interface ErrorBody {
  error?: { message: string; details?: { kind?: string; field?: string; message: string }[] }
}

/**
 * Sends attempts one after the other and remembers what was received, newest first. `send` answers the problems by capture or
 * field where the door refused something, null otherwise.
 */
export function useIntake() {
  const [state, setState] = useState<Phase>({ phase: 'filling' })
  const [received, setReceived] = useState<ReceivedSubmission[]>([])
  const latest = useRef({ content: '', key: '' })

  const send = async (
    clientId: string,
    metadata: SubmissionMetadata,
    files: Partial<Record<CaptureKind, File>>,
  ): Promise<Record<string, string> | null> => {
    const content = JSON.stringify([clientId, metadata, Object.entries(files).map(describe)])
    // One key goes with one content: sending the same again after an answer got lost can't make two attempts of it.
    if (latest.current.content !== content) latest.current = { content, key: newIdempotencyKey() }
    setState({ phase: 'sending', share: 0 })
    const { status, body } = await sendForm('/api/intake', formOf(clientId, metadata, files), {
      idempotencyKey: latest.current.key,
      onProgress: (share) => setState({ phase: 'sending', share }),
    })
    if (status === 200 || status === 201) {
      const submission = body as ReceivedSubmission
      setReceived((before) => [submission, ...before.filter(({ id }) => id !== submission.id)])
      setState({ phase: 'filling' })
      latest.current = { content: '', key: '' }
      return null
    }
    const { error } = (body ?? {}) as ErrorBody
    const problems = (error?.details ?? []).map(({ kind, field, message }) => [kind ?? field ?? '', message])
    setState({ phase: 'failed', message: error?.message ?? 'Nobody answered. Nothing is lost: send it again.' })
    return Object.fromEntries(problems)
  }
  return { state, received, send }
}

function describe([kind, file]: [string, File | undefined]): unknown[] {
  return [kind, file?.name, file?.size, file?.lastModified]
}

function formOf(clientId: string, metadata: SubmissionMetadata, files: Partial<Record<CaptureKind, File>>): FormData {
  const form = new FormData()
  form.append('clientId', clientId)
  form.append('metadata', JSON.stringify(metadata))
  for (const [kind, file] of Object.entries(files)) if (file) form.append(kind, file, kind)
  return form
}
