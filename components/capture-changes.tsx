import { ArrowRight } from 'lucide-react'
import type { CaptureChange, FindingChange } from '#lib/domain/attempt-changes'
import { captureKindTitle } from '#lib/domain/capture'
import { formatMeasure } from '#lib/domain/format'
import { cn } from './ui/cn.ts'

export interface CaptureChangesProps {
  /** Against the attempt before; `titles` says what each check is called where it fails. */
  changes: readonly (CaptureChange & { titles: Record<string, string> })[]
}

const pictureWords: Record<CaptureChange['picture'], string> = {
  new: 'new picture',
  same: 'same picture',
  added: 'was not there before',
  missing: 'no longer sent',
}

const fates = [
  { key: 'fixed', title: 'Mended', className: 'text-success' },
  { key: 'still', title: 'Still there', className: 'text-danger' },
  { key: 'fresh', title: 'New', className: 'text-danger' },
  { key: 'unclear', title: 'Can’t tell', className: 'text-warning' },
] as const

/** What a new attempt mended, kept and brought, by capture, with the values before and after. */
export function CaptureChanges({ changes }: CaptureChangesProps) {
  return (
    <ul aria-label="Changed since the attempt before" className="grid gap-1.5 text-[0.8125rem]">
      {changes.map((change) => (
        <li key={change.kind} className="grid gap-0.5">
          <span>
            {captureKindTitle[change.kind]}
            <span className="text-muted-foreground">, {pictureWords[change.picture]}</span>
          </span>
          {fates.map(({ key, title, className }) => (
            <Fate key={key} title={title} className={className} changes={change[key]} titles={change.titles} />
          ))}
        </li>
      ))}
    </ul>
  )
}

interface FateProps {
  title: string
  className: string
  changes: readonly FindingChange[]
  titles: Record<string, string>
}

function Fate({ title, className, changes, titles }: FateProps) {
  if (changes.length === 0) return null
  return (
    <div className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-2 text-xs">
      <span className={cn('font-medium', className)}>{title}</span>
      <ul>
        {changes.map((change) => (
          <li key={change.check} className="flex flex-wrap items-baseline justify-between gap-x-2">
            <span>{titles[change.check]}</span>
            <Values {...change} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Values({ before, after, unit, threshold }: FindingChange) {
  if (before === null && after === null) return null
  return (
    <span className="flex flex-wrap items-center gap-x-1 text-muted-foreground tabular-nums">
      {before === null ? '—' : formatMeasure(before, '')}
      <ArrowRight role="img" aria-label="then" className="size-3" />
      {after === null ? '—' : formatMeasure(after, threshold === null ? unit : '')}
      {threshold !== null && <span>(limit {formatMeasure(threshold, unit)})</span>}
    </span>
  )
}
