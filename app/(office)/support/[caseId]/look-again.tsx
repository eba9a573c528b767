'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { ReopeningCause } from '#components/reopen-dialog'
import { Button } from '#components/ui/button'
import { Card } from '#components/ui/card'
import { reopen } from '../actions.ts'

const ReopenDialog = dynamic(() => import('#components/reopen-dialog').then((module) => module.ReopenDialog))

export interface LookAgainProps {
  submissionId: string
  /** The customer disagrees, and whoever is signed in may record it. */
  mayAppeal: boolean
  mayReopen: boolean
}

/** Ways back to the queue for what has been decided. */
export function LookAgain({ submissionId, mayAppeal, mayReopen }: LookAgainProps) {
  const [asked, setAsked] = useState<ReopeningCause | null>(null)
  if (!mayAppeal && !mayReopen) return null
  return (
    <Card title="If the decision is doubted">
      <div className="flex flex-wrap gap-2">
        {mayAppeal && <Button onClick={() => setAsked('appealed')}>Record an appeal</Button>}
        {mayReopen && <Button onClick={() => setAsked('reopened')}>Open again</Button>}
      </div>
      {asked && (
        <ReopenDialog submissionId={submissionId} cause={asked} action={reopen} onClose={() => setAsked(null)} />
      )}
    </Card>
  )
}
