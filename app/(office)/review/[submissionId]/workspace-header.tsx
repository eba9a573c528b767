'use client'

import { RefreshCcw } from 'lucide-react'
import { type ReactNode, useTransition } from 'react'
import { ClaimCountdown } from '#components/claim-countdown'
import { DateTime } from '#components/date-time'
import { orRefusal } from '#components/or-refusal'
import { StatusBadge } from '#components/status-badge'
import { Badge } from '#components/ui/badge'
import { Button } from '#components/ui/button'
import { Progress } from '#components/ui/progress'
import { toast } from '#components/ui/toast'
import { DueTime } from '#components/waiting-time'
import { documentTypeTitle } from '#lib/domain/capture'
import { isOpen } from '#lib/domain/submission'
import type { SubmissionStanding } from '#lib/queries/submission-standing'
import { runChecks } from './actions.ts'
import { PassOn } from './pass-on.tsx'
import type { ClaimControl } from './use-claim.ts'
import type { WorkspaceView } from './workspace-view.ts'

export interface WorkspaceHeaderProps {
  view: WorkspaceView
  claim: ClaimControl
  running: { done: number; total: number } | null
  standing: SubmissionStanding | null
}

/** Which submission this is, in what state, and who holds it until when. */
export function WorkspaceHeader({ view, claim, running, standing }: WorkspaceHeaderProps) {
  const { reference, status, documentType, country, attempt, clientName, dueAt } = view
  const open = isOpen(status)
  return (
    <header>
      <div className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 border-b border-border bg-card px-4 py-1.5 text-[0.8125rem]">
        <h1 tabIndex={-1} className="font-mono text-sm font-semibold outline-none">
          {reference}
        </h1>
        <StatusBadge status={status} />
        {attempt > 1 && <Badge tone="warning">Attempt {attempt}</Badge>}
        <p className="flex gap-x-3 text-muted-foreground">
          <span>
            {documentTypeTitle[documentType]}, {country}
          </span>
          <span>{clientName}</span>
        </p>
        <div className="ml-auto flex items-center gap-4">
          {open && (
            <Labelled name="Due">
              <DueTime at={dueAt} />
            </Labelled>
          )}
          {open && <ClaimState {...claim} />}
          {open && <RunChecks submissionId={view.id} running={running} />}
          {open && <PassOn submissionId={view.id} reference={reference} claim={claim} />}
        </div>
      </div>
      {open && standing && <Standing {...standing} />}
    </header>
  )
}

/** Whose it is and why it was passed on; nothing where it is everybody's. */
function Standing({ assignedTo, assignedToMe, snoozedUntil, escalated, handover }: SubmissionStanding) {
  if (!assignedTo && !snoozedUntil && !escalated && !handover) return null
  return (
    <div
      role="note"
      aria-label="Passed on"
      className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-border bg-muted px-4 py-1.5 text-[0.8125rem]"
    >
      {escalated && <Badge tone="warning">With the second line</Badge>}
      {assignedTo && <Badge tone="info">Assigned to {assignedToMe ? 'you' : assignedTo}</Badge>}
      {snoozedUntil && (
        <span className="text-muted-foreground">
          Snoozed until <DateTime value={snoozedUntil} show="exact" />
        </span>
      )}
      {handover && (
        <p className="min-w-0 flex-1 basis-64">
          <span className="text-muted-foreground">
            {handover.from}, <DateTime value={handover.at} />:
          </span>{' '}
          <bdi>{handover.note}</bdi>
        </p>
      )}
    </div>
  )
}

function Labelled({ name, children }: { name: string; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span className="text-muted-foreground">{name}</span>
      {children}
    </span>
  )
}

function ClaimState({ standing, holder, secondsLeft, leaseKey, onExpire }: ClaimControl) {
  if (standing === 'asking') return <span className="text-muted-foreground">Claiming…</span>
  if (standing === 'barred') return <span className="text-muted-foreground">Waits for somebody else</span>
  if (standing === 'ended') return <span className="text-warning">Held by nobody</span>
  return (
    <Labelled name={standing === 'mine' ? 'Held by you' : `Held by ${holder}`}>
      <ClaimCountdown secondsLeft={secondsLeft} leaseKey={leaseKey} onExpire={onExpire} />
    </Labelled>
  )
}

function RunChecks({ submissionId, running }: { submissionId: string; running: WorkspaceHeaderProps['running'] }) {
  const [pending, start] = useTransition()
  const run = () =>
    start(async () => {
      const result = await orRefusal(runChecks({ submissionIds: [submissionId] }))
      if (!result.ok) toast({ title: result.message, tone: 'danger' })
    })
  if (running) {
    const { done, total } = running
    return (
      <span className="inline-flex w-40 items-center gap-2 text-muted-foreground">
        <Progress label="Checks" value={total > 0 ? done : undefined} max={Math.max(1, total)} className="flex-1" />
        <span className="tabular-nums">{total > 0 ? `${done} of ${total}` : 'Queued'}</span>
      </span>
    )
  }
  return (
    <Button size="sm" busy={pending} onClick={run}>
      {!pending && <RefreshCcw aria-hidden />} Run checks again
    </Button>
  )
}
