'use client'

import { useCallback, useEffect, useRef } from 'react'
import { type CaptureView, keptRotation } from './capture-geometry.ts'

/** Long enough to turn a picture all the way round without a word to the server. */
const restMs = 700

interface Turned {
  captureId: string
  rotation: number
}

/** Keeps how a capture is turned for its next viewer: once it has come to rest, or at once when another one is opened. */
export function useKeptRotation(
  captureId: string,
  kept: number,
  view: Pick<CaptureView, 'rotation' | 'flipped'>,
  save: (turned: Turned) => void,
): void {
  const rotation = Math.round(keptRotation(view)) % 360
  const known = useRef<Record<string, number>>({})
  const pending = useRef<Turned | null>(null)
  const latestSave = useRef(save)
  useEffect(() => {
    latestSave.current = save
  })

  const flush = useCallback(() => {
    const turned = pending.current
    pending.current = null
    if (!turned) return
    known.current[turned.captureId] = turned.rotation
    latestSave.current(turned)
  }, [])

  useEffect(() => {
    const isKept = (known.current[captureId] ?? kept) === rotation
    pending.current = isKept ? null : { captureId, rotation }
    const timer = setTimeout(flush, restMs)
    return () => clearTimeout(timer)
  }, [captureId, kept, rotation, flush])

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is leaving this capture that counts
  useEffect(() => flush, [captureId, flush])
}
