import { X } from 'lucide-react'
import { captureKindTitle } from '#lib/domain/capture'
import { type ChosenReason, reasonsByCapture } from '#lib/domain/decision'
import { reasons } from '#lib/domain/reasons'

export interface ChosenReasonsProps {
  chosen: readonly ChosenReason[]
  /** Without it the list is only read. */
  onRemove?: (reason: ChosenReason) => void
}

/** The reasons chosen, by capture, in the order the customer is told them. */
export function ChosenReasons({ chosen, onRemove }: ChosenReasonsProps) {
  if (chosen.length === 0) return null
  return (
    <ul aria-label="Chosen reasons" className="grid gap-1.5 text-[0.8125rem]">
      {reasonsByCapture(chosen).map(({ capture, codes }) => (
        <li key={capture} className="flex flex-wrap items-center gap-1.5">
          <span className="text-muted-foreground">{capture ? captureKindTitle[capture] : 'Whole submission'}</span>
          {codes.map((code) => (
            <span key={code} className="inline-flex h-6 items-center gap-1 rounded-sm bg-muted pr-1 pl-2 text-xs">
              {reasons[code].title}
              {onRemove && (
                <button
                  type="button"
                  aria-label={`Take off: ${reasons[code].title}`}
                  className="grid size-6 place-content-center rounded-sm text-muted-foreground hover:text-foreground"
                  onClick={() => onRemove({ code, capture })}
                >
                  <X aria-hidden className="size-3" />
                </button>
              )}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
