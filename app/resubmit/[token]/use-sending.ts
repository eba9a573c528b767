'use client'

import { useRef, useState } from 'react'
import { newIdempotencyKey, sendForm } from '#components/send-form'
import type { CaptureKind } from '#lib/domain/capture'
import type { RefusedFile } from './file-words.ts'

export type Sending =
  | { phase: 'choosing' | 'failed' | 'sent' }
  | { phase: 'sending'; share: number }
  /** `seconds` until the next try; null while the device is offline. */
  | { phase: 'pausing'; seconds: number | null }

/** The link came to its end meanwhile, perhaps by a try of ours whose answer got lost: the page knows which. */
const linkIsOver = [404, 410]

/**
 * Sends the photos, again after lost connections. `send` answers the files the door refused, or null. One key goes with one
 * choice of photos, so that trying again can't make two attempts of it; `reset` is for another choice.
 */
export function useSending(url: string) {
  const [state, setState] = useState<Sending>({ phase: 'choosing' })
  const key = useRef<string | null>(null)

  const reset = () => {
    key.current = null
    setState({ phase: 'choosing' })
  }
  const send = async (files: Partial<Record<CaptureKind, File>>): Promise<RefusedFile[] | null> => {
    key.current ??= newIdempotencyKey()
    const form = new FormData()
    for (const [kind, file] of Object.entries(files)) if (file) form.append(kind, file, kind)
    setState({ phase: 'sending', share: 0 })
    const { status, body } = await sendForm(url, form, {
      idempotencyKey: key.current,
      onProgress: (share) => setState({ phase: 'sending', share }),
      onPause: (seconds) => setState({ phase: 'pausing', seconds }),
    })
    if (linkIsOver.includes(status)) {
      window.location.reload()
      return null
    }
    const refused = status === 422 ? refusedFiles(body) : []
    setState({ phase: status === 200 || status === 201 ? 'sent' : refused.length > 0 ? 'choosing' : 'failed' })
    return refused.length > 0 ? refused : null
  }
  return { state, send, reset }
}

/** The refusals in an error's details; none where it is about something else. */
function refusedFiles(body: unknown): RefusedFile[] {
  const { details = [] } = (body as { error?: { details?: RefusedFile[] } } | null)?.error ?? {}
  return details.filter(({ kind }) => kind !== undefined)
}
