'use client'

import { type RefObject, useEffect, useState } from 'react'
import type { CaptureKind } from '#lib/domain/capture'
import type { OpenResubmission } from '#lib/queries/resubmission-page'
import { canLook, startLookWorker } from '../look-worker.ts'
import type { PhotoLook } from '../photo-look.ts'
import { afterLook, type CameraHint, hintOf, noHints } from './camera-hint.ts'

/** Between two looks, and at least as long as a look took: a phone that is busy half the time stays cool. */
const restMs = 500

/** Looks at the camera's picture again and again while `live`, in a worker of its own, and gives what to tell of it. */
export function useLiveLook(
  video: RefObject<HTMLVideoElement | null>,
  live: boolean,
  kind: CaptureKind,
  { policy, reasons }: OpenResubmission['look'],
): CameraHint {
  const [hints, setHints] = useState(noHints)
  useEffect(() => {
    if (!live || !canLook()) return
    setHints(noHints)
    const worker = startLookWorker()
    let pause: ReturnType<typeof setTimeout>
    let over = false
    const look = async () => {
      const startedAt = performance.now()
      const picture = await frameOf(video.current)
      const seen: PhotoLook | null = picture && (await worker.look({ picture, kind, policy }))
      if (over) return
      setHints((before) => afterLook(before, hintOf(seen, reasons)))
      pause = setTimeout(look, Math.max(restMs, performance.now() - startedAt))
    }
    void look()
    return () => {
      over = true
      clearTimeout(pause)
      worker.end()
    }
  }, [video, live, kind, policy, reasons])
  return hints.shown
}

/** Null while there is none yet. */
function frameOf(video: HTMLVideoElement | null): Promise<ImageBitmap | null> {
  return video ? createImageBitmap(video).catch(() => null) : Promise.resolve(null)
}
