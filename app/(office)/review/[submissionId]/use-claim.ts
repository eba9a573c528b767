'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { takenLease } from '#components/next-case'
import { orRefusal } from '#components/or-refusal'
import { useRefresh } from '#components/session-lock'
import { claimSeconds } from '#lib/domain/claim'
import { isOpen } from '#lib/domain/submission'
import { claim, release } from './actions.ts'
import type { WorkspaceView } from './workspace-view.ts'

export interface ClaimControl {
  /**
   * `asking` until the first answer is there; `ended` once a lease has run out and nobody has taken it again; `barred` where the
   * viewer has reviewed and the next word is somebody else's.
   */
  standing: 'asking' | 'mine' | 'theirs' | 'ended' | 'barred'
  /** Who holds it. */
  holder: string | null
  /** Seconds left when `leaseKey` last changed. */
  secondsLeft: number
  leaseKey: string
  /** Takes it, or renews it. */
  take: () => void
  /** For the countdown. */
  onExpire: () => void
}

/** Renewing more often would only load the server; the lease lasts minutes. */
const renewAfterMs = 45_000
const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/**
 * Claims an open submission when its page opens, renews the lease while the reviewer does something, and gives it back when
 * they leave. What the page was rendered with and what the claim answered are both the database's word; the newer one counts.
 */
export function useClaim({ id, status, claim: rendered, now }: WorkspaceView, reviewedBefore: boolean): ClaimControl {
  const refresh = useRefresh()
  const claimable = isOpen(status) && !reviewedBefore
  const [asking, setAsking] = useState(claimable && rendered.standing !== 'theirs')
  const [leaseEnd, setLeaseEnd] = useState(() => takenLease(id)?.getTime() ?? 0)
  const [expired, setExpired] = useState<string | null>(null)
  const askedAt = useRef(0)

  const take = useCallback(async () => {
    askedAt.current = performance.now()
    const answer = await orRefusal(claim({ submissionId: id }))
    setAsking(false)
    if (answer.ok) setLeaseEnd(answer.expiresAt.getTime())
    else refresh()
  }, [id, refresh])

  const leaseIsNewer = leaseEnd - claimSeconds * 1000 >= now.getTime()
  const end = leaseIsNewer ? leaseEnd : (rendered.expiresAt?.getTime() ?? 0)
  const leaseKey = String(end)
  const known = leaseIsNewer ? 'mine' : rendered.standing
  const free = known === 'free' || expired === leaseKey
  const unheld = asking ? 'asking' : reviewedBefore ? 'barred' : 'ended'
  const standing = free ? unheld : known

  // biome-ignore lint/correctness/useExhaustiveDependencies: on arrival, and when it opens again; not when a claim changes
  useEffect(() => {
    if (!claimable || rendered.standing === 'theirs') return
    void take()
    return () => void orRefusal(release({ submissionId: id }))
  }, [id, claimable])

  useRenewal(standing === 'mine', () => {
    if (performance.now() - askedAt.current > renewAfterMs) void take()
  })

  return {
    standing,
    holder: rendered.holder,
    secondsLeft: leaseIsNewer ? claimSeconds : Math.max(0, (end - now.getTime()) / 1000),
    leaseKey,
    take: () => void take(),
    onExpire: () => setExpired(leaseKey),
  }
}

function useRenewal(enabled: boolean, renew: () => void): void {
  const latest = useRef(renew)
  useEffect(() => {
    latest.current = renew
  })
  useEffect(() => {
    if (!enabled) return
    const stop = new AbortController()
    const onLife = () => latest.current()
    for (const sign of signsOfLife) window.addEventListener(sign, onLife, { passive: true, signal: stop.signal })
    return () => stop.abort()
  }, [enabled])
}
