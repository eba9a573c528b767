'use client'

import { UnlockForm } from '#components/unlock-form'

/** Unlocks, then opens what was asked for. */
export function UnlockAndGo({ goTo, ...form }: { name: string; hasPassword: boolean; goTo: string }) {
  return <UnlockForm {...form} onUnlocked={() => window.location.assign(goTo)} />
}
