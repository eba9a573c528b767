'use client'

import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { ClaimCountdown } from '#components/claim-countdown'
import { DecisionPanel } from '#components/decision-panel'
import { Button } from '#components/ui/button'
import { Notice } from '#components/ui/notice'
import { Skeleton } from '#components/ui/skeleton'
import { isOpen, isReviewable } from '#lib/domain/submission'
import type { DecisionDesk } from '#lib/queries/decision-desk'
import { CustomerPlaces } from './customer-places.tsx'
import { EarlierReviews } from './earlier-reviews.tsx'
import { ErrorText } from './error-text.tsx'
import { ReasonChoice } from './reason-choice.tsx'
import { ReviewerChecklist } from './reviewer-checklist.tsx'
import { Settled } from './settled.tsx'
import type { ClaimControl } from './use-claim.ts'
import { type DecisionControl, loadCustomerMessage } from './use-decision.ts'
import type { CaptureView, WorkspaceView } from './workspace-view.ts'

export interface DecisionAreaProps {
  view: WorkspaceView
  desk: DecisionDesk
  capture: CaptureView | undefined
  claim: ClaimControl
  decision: DecisionControl
  onActiveFindingChange: (findingId: string | null) => void
}

const CustomerMessage = lazy(loadCustomerMessage)

/** Where the decision is made, or why it can't be made here, or what it was. */
export function DecisionArea(props: DecisionAreaProps) {
  const { view, decision } = props
  useEffect(() => void loadCustomerMessage().catch(() => undefined), [])
  return (
    <section aria-label="Decision" className="max-h-[84%] shrink-0 overflow-y-auto border-t border-border">
      {isOpen(view.status) || decision.amending ? <Deciding {...props} /> : <Settled {...props} />}
    </section>
  )
}

function Deciding({ view, desk, capture, claim, decision, onActiveFindingChange }: DecisionAreaProps) {
  const { outcome, chosen, note, answers, problem, error, pending, amending } = decision
  return (
    <DecisionPanel
      {...{ outcome, chosen, note, problem, pending }}
      error={error && <ErrorText {...error} />}
      onOutcomeChange={decision.setOutcome}
      onRemoveReason={decision.toggleReason}
      onNoteChange={decision.setNote}
      onConfirm={decision.confirm}
      blocked={amending ? null : blockedBy(view, desk, claim)}
      before={
        amending ? <Amending corrects={desk.corrects} /> : <EarlierReviews desk={desk} brief={outcome !== null} />
      }
      checklist={(onDone) => (
        <ReviewerChecklist items={desk.checklist} {...{ answers, outcome, onDone }} onAnswer={decision.answer} />
      )}
      picker={<ReasonChoice {...{ view, desk, capture, chosen, answers }} onToggle={decision.toggleReason} />}
      places={<CustomerPlaces {...{ view, desk, chosen, onActiveFindingChange }} onPlace={decision.place} />}
      preview={
        outcome && (
          <Suspense fallback={<Skeleton className="h-44" />}>
            <CustomerMessage {...{ view, desk, outcome, chosen }} />
          </Suspense>
        )
      }
    />
  )
}

function Amending({ corrects }: { corrects: boolean }) {
  return (
    <Notice title="You amend your decision">
      Say why in the note. {corrects && 'The customer is told that the new message replaces the one before.'}
    </Notice>
  )
}

/** Why nothing can be decided now, with the way out; null where it can. A claim still being asked for blocks nobody. */
function blockedBy({ status }: WorkspaceView, desk: DecisionDesk, claim: ClaimControl): ReactNode {
  const { standing, holder, secondsLeft, leaseKey, onExpire, take } = claim
  if (desk.reviewedBefore) {
    return (
      <>
        <EarlierReviews desk={desk} />
        <Notice title="You have reviewed this submission">The next word is somebody else’s, whatever your role.</Notice>
      </>
    )
  }
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
