import { ChosenReasons } from '#components/chosen-reasons'
import { DateTime } from '#components/date-time'
import { Notice } from '#components/ui/notice'
import { type Outcome, outcomeTitle } from '#lib/domain/decision'
import type { DecisionDesk, ReviewView } from '#lib/queries/decision-desk'

const turnText = {
  second: {
    title: 'Second review',
    hint: 'Say the same and it is decided. Say otherwise and somebody else has to confirm it.',
  },
  blind: {
    title: 'Second review, blind',
    hint: 'What the first person said is kept from you: decide on the evidence alone.',
  },
  third: { title: 'Two people disagree', hint: 'Your word counts.' },
} as const

const causeText = {
  evidence_changed: 'put aside, since the evidence changed after it',
  reasons_changed: 'put aside, since the next person said otherwise',
} as const

/**
 * What was said of this submission before, as far as the viewer may know; and why it is open again. `brief` leaves out what follows
 * from it, to make room once an outcome is picked.
 */
export function EarlierReviews({ desk, brief = false }: { desk: DecisionDesk; brief?: boolean }) {
  const { turn, reviews, putAside, reopening, reviewedBefore } = desk
  const text = turn === 'first' || reviewedBefore || brief ? null : turnText[turn]
  if (!text && !reopening && putAside.length === 0 && reviews.length === 0) return null
  return (
    <div className="grid gap-2 text-[0.8125rem]">
      {reopening && (
        <Notice tone="warning" title={reopening.cause === 'appealed' ? 'The customer appealed' : 'Opened again'}>
          {reopening.why}{' '}
          <span className="text-muted-foreground">
            {reopening.by}, <DateTime value={reopening.at} />
          </span>
        </Notice>
      )}
      {text && <Notice title={text.title}>{text.hint}</Notice>}
      <ul aria-label="Earlier reviews" className="grid gap-2 empty:hidden">
        {reviews.map((review) => (
          <Review key={review.id} {...review} />
        ))}
        {putAside.map(({ cause, ...review }) => (
          <Review key={review.id} {...review} aside={causeText[cause as keyof typeof causeText]} />
        ))}
      </ul>
    </div>
  )
}

/** One person's judgement: what, when, why, and what they noted. */
export function Review({ by, at, outcome, reasons, note, aside }: ReviewView & { aside?: string }) {
  return (
    <li className="grid gap-1 rounded-md border border-border px-3 py-2">
      <p>
        <span className="font-medium">{by}</span>: {said(outcome)}{' '}
        <span className="text-muted-foreground">
          <DateTime value={at} />
          {aside && `; ${aside}`}
        </span>
      </p>
      <ChosenReasons chosen={reasons} />
      {note && <p className="whitespace-pre-line text-muted-foreground">{note}</p>}
    </li>
  )
}

function said(outcome: Outcome): string {
  return outcomeTitle[outcome].toLowerCase()
}
