'use client'

import { useEffect, useState } from 'react'

/** `denied` by the customer, the browser or the device; `unavailable` where there is none or it doesn't start. */
export type CameraTrouble = 'denied' | 'unavailable'

export type CameraState =
  | { phase: 'starting' }
  | { phase: 'live'; stream: MediaStream }
  | { phase: 'failed'; trouble: CameraTrouble }

/** As many pixels as a camera's video has, up to 4K: more costs a phone heat and shows no print that this doesn't. */
const size = { width: { ideal: 4096 }, height: { ideal: 2160 } }

/** The device's camera, from when this is mounted until it is gone, and only while the page is to be seen. */
export function useCamera(facing: 'user' | 'environment') {
  const [state, setState] = useState<CameraState>({ phase: 'starting' })
  const [attempt, setAttempt] = useState(0)
  const visible = useVisible()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt starts it anew.
  useEffect(() => {
    if (!visible) return
    let opened: MediaStream | null = null
    let over = false
    setState({ phase: 'starting' })
    const fail = (error: unknown) => over || setState({ phase: 'failed', trouble: troubleOf(error) })
    navigator.mediaDevices
      .getUserMedia({ audio: false, video: { facingMode: facing, ...size } })
      .then((stream) => {
        opened = stream
        if (over) return stop(stream)
        stream.getVideoTracks()[0]?.addEventListener('ended', fail)
        setState({ phase: 'live', stream })
      })
      .catch(fail)
    return () => {
      over = true
      if (opened) stop(opened)
    }
  }, [facing, attempt, visible])
  return { state, retry: () => setAttempt(attempt + 1) }
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

function troubleOf(error: unknown): CameraTrouble {
  const name = error instanceof Error ? error.name : ''
  return name === 'NotAllowedError' || name === 'SecurityError' ? 'denied' : 'unavailable'
}

function useVisible(): boolean {
  const [visible, setVisible] = useState(true)
  useEffect(() => {
    const look = () => setVisible(document.visibilityState === 'visible')
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return visible
}
