'use client'

import type { Route } from 'next'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useState } from 'react'
import { ChosenReasons } from '#components/chosen-reasons'
import type { ReopeningCause } from '#components/reopen-dialog'
import { Button } from '#components/ui/button'
import { Notice } from '#components/ui/notice'
import { outcomeTitle } from '#lib/domain/decision'
import { reopen } from './actions.ts'
import { AttemptDecision } from './attempt-decision.tsx'
import type { DecisionAreaProps } from './decision-area.tsx'
import { Review } from './earlier-reviews.tsx'
import { ErrorText } from './error-text.tsx'
import type { DecisionControl } from './use-decision.ts'

const ReopenDialog = dynamic(() => import('#components/reopen-dialog').then((module) => module.ReopenDialog))

type SettledProps = Pick<DecisionAreaProps, 'view' | 'desk' | 'decision'>

/** What was decided, by whom, and what can still be done about it. */
export function Settled({ view, desk, decision }: SettledProps) {
  const current = view.attempts.find(({ submissionId }) => submissionId === view.id)
  const newest = view.attempts[0]
  const others = desk.reviews.filter(({ by }) => by !== current?.decision?.decidedBy)
  return (
    <div className="grid gap-3 p-4">
      {current?.decision ? (
        <AttemptDecision decision={current.decision} />
      ) : (
        <p>A newer attempt came in before anybody decided this one.</p>
      )}
      {current?.decision && others.length > 0 && (
        <ul aria-label="Other reviews" className="grid gap-2 text-[0.8125rem]">
          {others.map((review) => (
            <Review key={review.id} {...review} />
          ))}
        </ul>
      )}
      <StillTyped decision={decision} />
      {current?.decision && <Afterwards view={view} desk={desk} decision={decision} from={current.decision} />}
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

/** Somebody else was faster: what was typed meanwhile is still there to be read and copied. */
function StillTyped({ decision: { outcome, chosen, note, error } }: Pick<SettledProps, 'decision'>) {
  if (!error || !outcome) return null
  return (
    <Notice tone="warning" title={<ErrorText {...error} />} live>
      <div className="grid gap-1.5">
        <p>You were about to say: {outcomeTitle[outcome].toLowerCase()}.</p>
        <ChosenReasons chosen={chosen} />
        {note && <p className="whitespace-pre-line">{note}</p>}
      </div>
    </Notice>
  )
}

interface AfterwardsProps extends SettledProps {
  from: Parameters<DecisionControl['amend']>[0]
}

function Afterwards({ view, desk, decision, from }: AfterwardsProps) {
  const [asked, setAsked] = useState<ReopeningCause | null>(null)
  if (!desk.amends && !desk.mayReopen && !desk.mayAppeal) return null
  return (
    <div className="flex flex-wrap gap-2">
      {desk.amends && <Button onClick={() => decision.amend(from)}>Amend</Button>}
      {desk.mayReopen && <Button onClick={() => setAsked('reopened')}>Open again</Button>}
      {desk.mayAppeal && <Button onClick={() => setAsked('appealed')}>Record an appeal</Button>}
      {asked && <ReopenDialog submissionId={view.id} cause={asked} action={reopen} onClose={() => setAsked(null)} />}
    </div>
  )
}
