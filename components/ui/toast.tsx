'use client'

import { type ComponentType, type ReactNode, useEffect, useState } from 'react'

export type ToastTone = 'info' | 'success' | 'danger'

export interface ToastOptions {
  title: string
  description?: string
  tone?: ToastTone
  /** How long it stays; 0 until closed. Hovering or focusing it stops the clock. Default 5000. */
  timeoutMs?: number
  /** One button, such as Undo; it also closes the toast. */
  action?: { label: ReactNode; run: () => void }
}

/** Fetched once the page stands: nothing is said in the corner before somebody has done something. */
const load = () => import('./toast-list.tsx')

let count = 0

/** Says in the corner what just happened, and returns an id for `dismissToast`. Call it from event handlers. */
export function toast(options: ToastOptions): string {
  const id = `toast-${++count}`
  void load().then(({ addToast }) => addToast(id, options))
  return id
}

/** Closes one toast. */
export function dismissToast(id: string): void {
  void load().then(({ closeToast }) => closeToast(id))
}

/** Where toasts appear: once, near the root. */
export function Toaster() {
  const [Viewport, setViewport] = useState<ComponentType | null>(null)
  useEffect(() => void load().then(({ ToastViewport }) => setViewport(() => ToastViewport)), [])
  return Viewport && <Viewport />
}
