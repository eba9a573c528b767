'use client'

import type { PhotoLook } from './photo-look.ts'
import type { PhotoQuestion } from './photo-worker.ts'

/** A device that is slower than this lets its owner wait for nothing. */
const patienceMs = 8000

/** A worker of this page that looks at photos, one at a time; nothing is sent. */
export interface LookWorker {
  /** Null where nothing can be said: a picture that can't be read, a worker that failed or took too long. */
  look: (question: PhotoQuestion) => Promise<PhotoLook | null>
  /** Frees it; what it is asked stays unanswered. */
  end: () => void
}

/** False where a browser can't look at pictures beside the page. */
export function canLook(): boolean {
  return typeof Worker === 'function' && typeof OffscreenCanvas === 'function'
}

/** Loads the worker; end it when it is no longer needed. */
export function startLookWorker(): LookWorker {
  const worker = new Worker(new URL('./photo-worker.ts', import.meta.url), { type: 'module' })
  let patience: ReturnType<typeof setTimeout> | undefined
  const look = (question: PhotoQuestion) =>
    new Promise<PhotoLook | null>((resolve) => {
      const answer = (given: PhotoLook | null) => {
        clearTimeout(patience)
        resolve(given)
      }
      patience = setTimeout(answer, patienceMs, null)
      worker.onmessage = ({ data }: MessageEvent<PhotoLook | null>) => answer(data)
      worker.onerror = () => answer(null)
      worker.onmessageerror = () => answer(null)
      const { picture } = question
      worker.postMessage(question, picture instanceof ImageBitmap ? [picture] : [])
    })
  const end = () => {
    clearTimeout(patience)
    worker.terminate()
  }
  return { look, end }
}
