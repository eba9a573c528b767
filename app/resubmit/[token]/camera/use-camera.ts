'use client'

import { useEffect, useState } from 'react'
import { type CameraTrouble, cameraTrouble } from './camera-trouble.ts'

export type CameraState =
  | { phase: 'starting' }
  | { phase: 'live'; stream: MediaStream }
  | { phase: 'failed'; trouble: CameraTrouble }

export interface UsedCamera {
  state: CameraState
  /** Asks again, also for what was refused. */
  retry: () => void
  /** Goes on with the device's next camera; null where it has but one. */
  switchCamera: (() => void) | null
}

/** As many pixels as a camera's video has, up to 4K: more would heat a phone and show no print that this doesn't. */
const size = { width: { ideal: 4096 }, height: { ideal: 2160 } }
const modestSize = { width: { ideal: 1920 }, height: { ideal: 1080 } }

/** Phones may find a camera busy for a moment after it, or their other one, was let go; some can't start it at its full size. */
const letGoMs = 500

/** How this page was refused the camera, or null: it isn't asked for again until somebody says so or allows it. */
let refusal: unknown = null

/** The device's camera, from when this is mounted until it is gone, and only while the page is to be seen. */
export function useCamera(facing: 'user' | 'environment'): UsedCamera {
  const [wanted, setWanted] = useState<{ deviceId: string | null; attempt: number }>({ deviceId: null, attempt: 0 })
  const [state, setState] = useState<CameraState>({ phase: 'starting' })
  const [devices, setDevices] = useState<string[]>([])
  const visible = useVisible()
  useEffect(() => {
    if (!visible) return
    const over = new AbortController()
    const fail = (error: unknown) => {
      if (over.signal.aborted) return
      const trouble = cameraTrouble(error)
      refusal = trouble === 'unavailable' ? null : error
      setState({ phase: 'failed', trouble })
    }
    const start = async () => {
      const stream = await openCamera(wanted.deviceId, facing)
      if (over.signal.aborted) return stop(stream)
      over.signal.addEventListener('abort', () => stop(stream))
      refusal = null
      stream.getVideoTracks()[0]?.addEventListener('ended', fail)
      setState({ phase: 'live', stream })
      const all = await navigator.mediaDevices.enumerateDevices()
      setDevices(all.filter(({ kind }) => kind === 'videoinput').map(({ deviceId }) => deviceId))
    }
    start().catch(fail)
    return () => {
      over.abort()
      setState({ phase: 'starting' })
    }
  }, [facing, wanted, visible])

  const retry = () => {
    refusal = null
    setWanted({ deviceId: null, attempt: wanted.attempt + 1 })
  }
  const isRefused = state.phase === 'failed' && state.trouble !== 'unavailable'
  useWhenAllowed(isRefused, retry)
  const switchCamera = () => {
    const current = state.phase === 'live' ? state.stream.getVideoTracks()[0]?.getSettings().deviceId : undefined
    const next = devices[(devices.indexOf(current ?? '') + 1) % devices.length]
    setWanted({ ...wanted, deviceId: next ?? null })
  }
  return { state, retry, switchCamera: devices.length > 1 ? switchCamera : null }
}

/** Asks for the camera. Throws what the browser says, and the same refusal again as long as nothing has changed. */
async function openCamera(deviceId: string | null, facing: 'user' | 'environment'): Promise<MediaStream> {
  if (refusal && (await permission())?.state !== 'granted') throw refusal
  const which = deviceId ? { deviceId: { exact: deviceId } } : { facingMode: facing }
  const ask = (wanted: typeof size) =>
    navigator.mediaDevices.getUserMedia({ audio: false, video: { ...which, ...wanted } })
  return ask(size).catch(async (error: unknown) => {
    if (!(error instanceof DOMException) || error.name !== 'NotReadableError') throw error
    await new Promise((resolve) => setTimeout(resolve, letGoMs))
    return ask(modestSize)
  })
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

/** Null in browsers that don't tell. */
function permission(): Promise<PermissionStatus | null> {
  const asked = navigator.permissions?.query({ name: 'camera' }) ?? Promise.resolve(null)
  return asked.catch(() => null)
}

/** Calls back when the camera was allowed in the browser's settings, while `waiting`. */
function useWhenAllowed(waiting: boolean, onAllowed: () => void) {
  useEffect(() => {
    if (!waiting) return
    const over = new AbortController()
    void permission().then((status) => {
      if (over.signal.aborted) return
      status?.addEventListener('change', () => status.state === 'granted' && onAllowed(), { signal: over.signal })
    })
    return () => over.abort()
  }, [waiting, onAllowed])
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
