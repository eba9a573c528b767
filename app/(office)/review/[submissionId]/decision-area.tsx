'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { ClaimCountdown } from '#components/claim-countdown'
import { DecisionPanel } from '#components/decision-panel'
import { Button } from '#components/ui/button'
import { Notice } from '#components/ui/notice'
import { Skeleton } from '#components/ui/skeleton'
import { isOpen, isReviewable } from '#lib/domain/submission'
import { AttemptDecision } from './attempt-decision.tsx'
import { ReasonChoice } from './reason-choice.tsx'
import type { ClaimControl } from './use-claim.ts'
import type { useDecision } from './use-decision.ts'
import type { CaptureView, WorkspaceView } from './workspace-view.ts'

export interface DecisionAreaProps {
  view: WorkspaceView
  capture: CaptureView | undefined
  claim: ClaimControl
  decision: ReturnType<typeof useDecision>
}

/** Every language's texts come with it: fetched once the page stands, and there before anybody needs it. */
const loadCustomerMessage = () => import('./customer-message.tsx')
const CustomerMessage = lazy(loadCustomerMessage)

/** Where the decision is made, or why it can't be made here, or what it was. */
export function DecisionArea({ view, capture, claim, decision }: DecisionAreaProps) {
  const { outcome, chosen, note, problem, error, pending, setOutcome, setNote, toggleReason, confirm } = decision
  useEffect(() => void loadCustomerMessage().catch(() => undefined), [])
  return (
    <section aria-label="Decision" className="max-h-[84%] shrink-0 overflow-y-auto border-t border-border">
      {isOpen(view.status) ? (
        <DecisionPanel
          {...{ outcome, chosen, note, problem, error, pending }}
          onOutcomeChange={setOutcome}
          onRemoveReason={toggleReason}
          onNoteChange={setNote}
          onConfirm={confirm}
          blocked={blockedBy(view, claim)}
          picker={<ReasonChoice view={view} capture={capture} chosen={chosen} onToggle={toggleReason} />}
          preview={
            outcome && (
              <Suspense fallback={<Skeleton className="h-44" />}>
                <CustomerMessage view={view} outcome={outcome} chosen={chosen} />
              </Suspense>
            )
          }
        />
      ) : (
        <Settled view={view} />
      )}
    </section>
  )
}

/** Why nothing can be decided now, with the way out; null where it can. A claim still being asked for blocks nobody. */
function blockedBy({ status }: WorkspaceView, claim: ClaimControl): ReactNode {
  const { standing, holder, secondsLeft, leaseKey, onExpire, take } = claim
  if (standing === 'theirs') {
    return (
      <Notice tone="warning" title={`${holder} holds this submission`}>
        You can look, and decide if it comes free:{' '}
        <ClaimCountdown secondsLeft={secondsLeft} leaseKey={leaseKey} onExpire={onExpire} />
      </Notice>
    )
  }
  if (standing === 'ended') {
    return (
      <Notice tone="warning" title="Nobody holds this submission" action={<Button onClick={take}>Claim it</Button>}>
        Claim it to decide. What you typed is still here.
      </Notice>
    )
  }
  if (!isReviewable(status)) {
    return <Notice title="Checks are running">You can decide as soon as they end.</Notice>
  }
  return null
}

function Settled({ view }: { view: WorkspaceView }) {
  const current = view.attempts.find(({ submissionId }) => submissionId === view.id)
  const newest = view.attempts[0]
  return (
    <div className="grid gap-3 p-4">
      {current?.decision ? (
        <AttemptDecision decision={current.decision} />
      ) : (
        <p>A newer attempt came in before anybody decided this one.</p>
      )}
      {newest && newest.submissionId !== view.id && (
        <Link
          href={`/review/${newest.submissionId}` as Route}
          prefetch={false}
          className="text-primary underline-offset-4 hover:underline"
        >
          Open attempt {newest.attempt}, the newest
        </Link>
      )}
    </div>
  )
}
