'use client'

import { Hourglass } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { cn } from './ui/cn.ts'

export interface ClaimCountdownProps {
  /**
   * Seconds left by the database's clock when this was rendered. Counted down on the browser's own stopwatch, so a wrong
   * clock on the desk doesn't matter. Change `leaseKey` whenever the lease was renewed.
   */
  secondsLeft: number
  /** Anything that changes with each renewal, such as the expiry as text. */
  leaseKey: string
  /** Called once when the lease has run out. */
  onExpire?: () => void
}

/** A reviewer's lease running down, amber in the last minute. Read out to screen readers only then. */
export function ClaimCountdown({ secondsLeft, leaseKey, onExpire }: ClaimCountdownProps) {
  const left = useCountdown(secondsLeft, leaseKey, onExpire)
  const urgent = left <= 60
  return (
    <span
      role="timer"
      aria-live={urgent && left % 15 === 0 ? 'polite' : 'off'}
      aria-label={`Claim ends in ${left} seconds`}
      className={cn(
        'inline-flex items-center gap-1.5 text-[0.8125rem] tabular-nums',
        urgent ? 'font-medium text-warning' : 'text-muted-foreground',
      )}
    >
      <Hourglass aria-hidden className="size-3.5" />
      {left > 0 ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}` : 'Claim ended'}
    </span>
  )
}

function useCountdown(secondsLeft: number, leaseKey: string, onExpire?: () => void): number {
  const [left, setLeft] = useState(Math.max(0, Math.ceil(secondsLeft)))
  const expire = useRef(onExpire)
  useEffect(() => {
    expire.current = onExpire
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a renewal starts it anew, a mere re-render must not
  useEffect(() => {
    const end = performance.now() + secondsLeft * 1000
    const tick = () => {
      const next = Math.max(0, Math.ceil((end - performance.now()) / 1000))
      setLeft(next)
      if (next > 0) return
      clearInterval(timer)
      expire.current?.()
    }
    const timer = setInterval(tick, 1000)
    setLeft(Math.max(0, Math.ceil(secondsLeft)))
    return () => clearInterval(timer)
  }, [leaseKey])
  return left
}
