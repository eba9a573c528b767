import { CircleCheck, TriangleAlert } from 'lucide-react'
import { Spinner } from '#components/ui/spinner'
import type { Language } from '#lib/domain/language'
import type { LookReason } from '#lib/queries/resubmission-page'
import type { PhotoLook } from './photo-look.ts'

export interface PhotoVerdictProps {
  /** What a look at the photo on this device gave; null where nothing can be said. */
  look: PhotoLook | 'looking' | null
  /** The most actionable first. */
  reasons: readonly LookReason[]
  texts: Language['page']
}

/** What is thought of the new photo before it is sent. Below all that may be tapped: what comes late then moves no button. */
export function PhotoVerdict({ look, reasons, texts }: PhotoVerdictProps) {
  return (
    <div role="status">
      {look === 'looking' ? (
        <p className="flex items-center gap-2 text-sm text-muted-foreground">
          <Spinner /> {texts.looking}
        </p>
      ) : look && look.reasons.length > 0 ? (
        <Problems reasons={reasons.filter(({ code }) => look.reasons.includes(code))} texts={texts} />
      ) : (
        <p className="flex items-center gap-2 text-sm font-medium text-success">
          {look && <CircleCheck aria-hidden className="size-4 shrink-0" />}
          {look ? `${texts.looksGood}. ${texts.ready}.` : `${texts.chosen}: ${texts.ready}`}
        </p>
      )}
    </div>
  )
}

/** What may keep the photo from being taken; sending it stays the customer's choice. */
function Problems({ reasons, texts }: Pick<PhotoVerdictProps, 'reasons' | 'texts'>) {
  return (
    <div className="grid gap-3 rounded-lg bg-warning-soft p-4">
      <ul className="grid gap-3">
        {reasons.map(({ code, title, advice }) => (
          <li key={code}>
            <p className="flex items-start gap-2 font-semibold text-warning">
              <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0" /> {title}
            </p>
            <p className="mt-1">{advice}</p>
          </li>
        ))}
      </ul>
      <p className="text-sm">{texts.mayRetake}</p>
    </div>
  )
}
