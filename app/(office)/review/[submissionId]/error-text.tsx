import { DateTime } from '#components/date-time'
import type { DecisionError } from './use-decision.ts'

/** Why a decision was refused; the moment it speaks of in the viewer's own zone. */
export function ErrorText({ message, at }: DecisionError) {
  return (
    <>
      {message}
      {at && (
        <>
          {' '}
          It was <DateTime value={at} show="exact" />.
        </>
      )}
    </>
  )
}
