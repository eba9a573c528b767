'use client'

import { useEffect, useRef } from 'react'

const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const
const lookEveryMs = 5_000
/** How often a sign of life is passed on to the server and to other tabs. */
const tellEveryMs = 60_000

interface IdleOptions {
  limitMs: number
  /** Nobody has touched this page, nor another tab of it that told, for `limitMs`. */
  onIdle: () => void
  /** Somebody is there; at most once a minute. */
  onLife: () => void
}

/** Watches for signs of life, and returns how to note one that was seen in another tab. By the wall clock: a lid may close. */
export function useIdle({ limitMs, onIdle, onLife }: IdleOptions): () => void {
  const lastLife = useRef(0)
  const latest = useRef({ onIdle, onLife })
  useEffect(() => {
    latest.current = { onIdle, onLife }
  })
  useEffect(() => {
    let toldAt = Date.now()
    lastLife.current = Date.now()
    const isOver = () => Date.now() - lastLife.current > limitMs
    const live = () => {
      if (isOver()) return latest.current.onIdle()
      lastLife.current = Date.now()
      if (lastLife.current - toldAt < tellEveryMs) return
      toldAt = lastLife.current
      latest.current.onLife()
    }
    const look = () => {
      if (isOver()) latest.current.onIdle()
    }
    const stop = new AbortController()
    const options = { passive: true, capture: true, signal: stop.signal }
    for (const sign of signsOfLife) window.addEventListener(sign, live, options)
    document.addEventListener('visibilitychange', look, { signal: stop.signal })
    const timer = setInterval(look, lookEveryMs)
    return () => {
      stop.abort()
      clearInterval(timer)
    }
  }, [limitMs])
  return () => {
    lastLife.current = Date.now()
  }
}
