'use client'

import { AlarmClock, Download, Gavel, RefreshCcw, UserRoundPlus } from 'lucide-react'
import { lazy, Suspense, useState, useTransition } from 'react'
import { orRefusal } from '#components/or-refusal'
import { Button, buttonVariants } from '#components/ui/button'
import { toast } from '#components/ui/toast'
import { formatCount } from '#lib/domain/format'
import { runChecks } from './actions.ts'

const AssignDialog = lazy(() => import('./bulk-dialogs.tsx').then(({ AssignDialog }) => ({ default: AssignDialog })))
const SnoozeDialog = lazy(() => import('./bulk-dialogs.tsx').then(({ SnoozeDialog }) => ({ default: SnoozeDialog })))
const BulkDecision = lazy(() => import('./bulk-decision.tsx'))

export interface BulkActionsProps {
  ids: string[]
  checkTitles: Record<string, string>
  onDone: () => void
}

/** What can be done with the selected rows. The dialogs are fetched when first asked for. */
export function BulkActions({ ids, checkTitles, onDone }: BulkActionsProps) {
  const [open, setOpen] = useState<'assign' | 'snooze' | 'decide' | null>(null)
  const dialog = { ids, onDone, onClose: () => setOpen(null) }
  return (
    <>
      <Button onClick={() => setOpen('assign')}>
        <UserRoundPlus aria-hidden /> Assign…
      </Button>
      <Button onClick={() => setOpen('snooze')}>
        <AlarmClock aria-hidden /> Snooze…
      </Button>
      <RunChecks ids={ids} onDone={onDone} />
      <a href={`/queue/csv?ids=${ids.join()}`} download className={buttonVariants()}>
        <Download aria-hidden /> Export CSV
      </a>
      {ids.length > 1 && (
        <Button onClick={() => setOpen('decide')}>
          <Gavel aria-hidden /> Decide…
        </Button>
      )}
      <Suspense>
        {open === 'assign' && <AssignDialog {...dialog} />}
        {open === 'snooze' && <SnoozeDialog {...dialog} />}
        {open === 'decide' && <BulkDecision {...dialog} checkTitles={checkTitles} />}
      </Suspense>
    </>
  )
}

function RunChecks({ ids, onDone }: { ids: string[]; onDone: () => void }) {
  const [pending, start] = useTransition()
  const run = () =>
    start(async () => {
      const result = await orRefusal(runChecks({ submissionIds: ids }))
      if (!result.ok) {
        toast({ title: result.message, tone: 'danger' })
        return
      }
      toast({ title: outcomeWords(result.queued, ids.length), tone: result.queued > 0 ? 'success' : 'info' })
      onDone()
    })
  return (
    <Button busy={pending} onClick={run}>
      {!pending && <RefreshCcw aria-hidden />} Run checks again
    </Button>
  )
}

function outcomeWords(queued: number, asked: number): string {
  if (queued === 0) return 'No checks to run: all of these are decided.'
  const words = `Checks run again on ${queued === 1 ? '1 submission' : `${formatCount(queued)} submissions`}.`
  return queued < asked ? `${words} Those already decided were left out.` : words
}
