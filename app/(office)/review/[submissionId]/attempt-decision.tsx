import { ChosenReasons } from '#components/chosen-reasons'
import { DateTime } from '#components/date-time'
import { outcomeTitle } from '#lib/domain/decision'
import type { WorkspaceAttempt } from '#lib/queries/review-workspace'

/** How an attempt was decided: by whom, why, and what they noted for colleagues. */
export function AttemptDecision({ decision }: { decision: NonNullable<WorkspaceAttempt['decision']> }) {
  const { outcome, decidedBy, decidedAt, reasons, note } = decision
  return (
    <div className="grid gap-1.5 text-[0.8125rem]">
      <p>
        {outcomeTitle[outcome]} by {decidedBy},{' '}
        <span className="text-muted-foreground">
          <DateTime value={decidedAt} />
        </span>
      </p>
      <ChosenReasons chosen={reasons} />
      {note && (
        <p className="rounded-sm bg-muted px-2 py-1 whitespace-pre-line">
          <span className="text-muted-foreground">Internal note: </span>
          {note}
        </p>
      )}
    </div>
  )
}
