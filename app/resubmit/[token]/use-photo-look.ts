'use client'

import { useEffect, useState } from 'react'
import type { LivePolicy } from '#lib/checks/live-policy'
import type { CaptureKind } from '#lib/domain/capture'
import type { PhotoLook } from './photo-look.ts'
import type { PhotoQuestion } from './photo-worker.ts'

/** A device that is slower than this lets its owner wait for nothing. */
const patienceMs = 8000

/**
 * Looks at a chosen photo on this device, in a worker that is loaded for it and ends with it; nothing is sent. Null where nothing
 * can be said: no photo, a file or browser that doesn't lend itself to it, a worker that failed or took too long.
 */
export function usePhotoLook(file: File | null, kind: CaptureKind, policy: LivePolicy): PhotoLook | 'looking' | null {
  const [done, setDone] = useState<{ file: File; look: PhotoLook | null } | null>(null)
  useEffect(() => {
    if (!file || !canLook(file)) return
    return startLook({ file, kind, policy }, (look) => setDone({ file, look }))
  }, [file, kind, policy])
  if (!file || !canLook(file)) return null
  return done?.file === file ? done.look : 'looking'
}

function canLook({ type }: File): boolean {
  return type.startsWith('image/') && typeof Worker === 'function' && typeof OffscreenCanvas === 'function'
}

/** Answers once, null for a failure; the function given back ends it without an answer. */
function startLook(question: PhotoQuestion, onLook: (look: PhotoLook | null) => void): () => void {
  const worker = new Worker(new URL('./photo-worker.ts', import.meta.url), { type: 'module' })
  const end = () => {
    clearTimeout(patience)
    worker.terminate()
  }
  const answer = (look: PhotoLook | null) => {
    end()
    onLook(look)
  }
  const patience = setTimeout(() => answer(null), patienceMs)
  worker.onmessage = ({ data }: MessageEvent<PhotoLook | null>) => answer(data)
  worker.onerror = () => answer(null)
  worker.onmessageerror = () => answer(null)
  worker.postMessage(question)
  return end
}
