'use client'

import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { ClaimCountdown } from '#components/claim-countdown'
import { DecisionPanel } from '#components/decision-panel'
import { MessagePreview } from '#components/message-preview'
import { Button } from '#components/ui/button'
import { Notice } from '#components/ui/notice'
import type { Outcome } from '#lib/domain/decision'
import { languageFor } from '#lib/domain/language'
import { linkPlaceholder, renderMessage } from '#lib/domain/message'
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

/** Where the decision is made, or why it can't be made here, or what it was. */
export function DecisionArea({ view, capture, claim, decision }: DecisionAreaProps) {
  const { outcome, chosen, note, problem, error, pending, setOutcome, setNote, toggleReason, confirm } = decision
  return (
    <section aria-label="Decision" className="max-h-[78%] shrink-0 overflow-y-auto border-t border-border">
      {isOpen(view.status) ? (
        <DecisionPanel
          {...{ outcome, chosen, note, problem, error, pending }}
          onOutcomeChange={setOutcome}
          onRemoveReason={toggleReason}
          onNoteChange={setNote}
          onConfirm={confirm}
          blocked={blockedBy(view, claim)}
          picker={<ReasonChoice view={view} capture={capture} chosen={chosen} onToggle={toggleReason} />}
          preview={outcome && <Preview view={view} outcome={outcome} chosen={chosen} />}
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

interface PreviewProps extends Pick<DecisionAreaProps['decision'], 'chosen'> {
  view: WorkspaceView
  outcome: Outcome
}

/** Made by the very function that makes the message that is sent; only the customer's link is made later. */
function Preview({ view: { message, reference }, outcome, chosen }: PreviewProps) {
  const language = languageFor(message.locale)
  const { subject, body } = renderMessage({ ...message, outcome, reasons: chosen, reference })
  const shown = body.replaceAll(linkPlaceholder, '[the customer’s own link]')
  return <MessagePreview message={{ subject, body: shown }} language={language.name} languageCode={language.code} />
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
