'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { startTransition, useEffect, useState, useSyncExternalStore } from 'react'
import { orRefusal } from './or-refusal.tsx'
import { Kbd } from './ui/kbd.tsx'
import { dismissToast, toast } from './ui/toast.tsx'
import { useHotkeys } from './use-hotkeys.tsx'

/** Takes a decision back; a server action. */
export type UndoAction = (input: {
  reviewId: string
}) => Promise<{ ok: true; submissionId: string } | { ok: false; message: string }>

export interface UndoableDecision {
  reviewId: string
  /** What was done, like "Approved RT-7K3M-92QF". */
  title: string
  /** Seconds in which it can be taken back. */
  seconds: number
}

let offered: UndoableDecision | null = null
const listeners = new Set<() => void>()

/** Offers to undo a decision just made, on whichever page comes next. */
export function offerUndo(decision: UndoableDecision | null): void {
  offered = decision
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Shows the newest decision with a way back, by button or by `u`, while there is one. Once, in the shell. */
export function UndoDecision({ action }: { action: UndoAction }) {
  const decision = useSyncExternalStore(
    subscribe,
    () => offered,
    () => null,
  )
  const router = useRouter()
  const undo = () =>
    startTransition(async () => {
      if (!decision) return
      offerUndo(null)
      const undone = await orRefusal(action({ reviewId: decision.reviewId }))
      if (!undone.ok) toast({ title: undone.message, tone: 'danger' })
      else startTransition(() => router.push(`/review/${undone.submissionId}` as Route))
    })
  useHotkeys([{ keys: ['u'], label: 'Undo the last decision', group: 'Everywhere', run: undo }], decision !== null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: one toast a decision; the router never changes
  useEffect(() => {
    if (!decision) return
    if (decision.seconds === 0) {
      // Nothing to undo, and still something to say.
      toast({ title: decision.title, tone: 'success' })
      return offerUndo(null)
    }
    const timeoutMs = decision.seconds * 1000
    const action = { label: <UndoLabel seconds={decision.seconds} />, run: undo }
    const id = toast({ title: decision.title, tone: 'success', timeoutMs, action })
    const timer = setTimeout(() => offerUndo(null), timeoutMs)
    return () => {
      clearTimeout(timer)
      dismissToast(id)
    }
  }, [decision])
  return null
}

function UndoLabel({ seconds }: { seconds: number }) {
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const timer = setInterval(() => setLeft((before) => Math.max(0, before - 1)), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <>
      Undo <span aria-hidden>({left} s)</span> <Kbd hint>u</Kbd>
    </>
  )
}
