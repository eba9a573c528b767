'use client'

import { formatComparison } from '#lib/domain/format'
import { overlayKindOf } from '#lib/domain/overlay-kind'
import { reasons } from '#lib/domain/reasons'
import type { FindingListProps } from './finding-list.tsx'
import { FindingMark } from './finding-mark.tsx'
import { OutcomeIcon } from './outcome-icon.tsx'
import { overlayKinds } from './overlay-kinds.ts'
import type { FindingView } from './overlay-regions.tsx'
import { regionCardId } from './region-card.tsx'
import { ScoreMeter } from './score-meter.tsx'
import { Badge } from './ui/badge.tsx'
import { cn } from './ui/cn.ts'

interface FindingRowProps
  extends Pick<FindingListProps, 'activeFindingId' | 'onActiveFindingChange' | 'onOpen' | 'marking'> {
  finding: FindingView
}

/** One finding. Pointing at it or focusing it lights its regions on the picture; pressing it brings them into view. */
export function FindingRow({ finding, activeFindingId, onActiveFindingChange, onOpen, marking }: FindingRowProps) {
  const { id, outcome, title, summary, score, unit, threshold } = finding
  const { value, of } = finding.telling ?? { value: finding.value, of: 'whole' }
  const active = id === activeFindingId
  return (
    <li className="group relative">
      <button
        type="button"
        data-finding={id}
        data-active={active || undefined}
        aria-describedby={active ? regionCardId : undefined}
        className={cn(
          'relative flex w-full gap-2.5 px-4 py-2.5 text-left -outline-offset-2 hover:bg-hover',
          active && 'bg-selected hover:bg-selected',
        )}
        onPointerEnter={() => onActiveFindingChange(id)}
        onPointerLeave={() => onActiveFindingChange(null)}
        onFocus={() => onActiveFindingChange(id)}
        onBlur={() => onActiveFindingChange(null)}
        onClick={() => onOpen?.(finding)}
      >
        <OutcomeIcon outcome={outcome} className="mt-0.5" />
        <span className="grid min-w-0 flex-1 gap-1">
          <span className="flex items-start justify-between gap-3">
            <span className="font-medium">{title}</span>
            {score !== null && <ScoreMeter score={score} outcome={outcome} />}
          </span>
          <span className="text-[0.8125rem] text-muted-foreground">{summary}</span>
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            {value !== null && (
              <span className="font-mono text-xs">
                <span className="sr-only">Value against threshold: </span>
                {of === 'worst_place' && 'worst place '}
                {formatComparison(value, threshold, unit)}
              </span>
            )}
            {finding.regions.length > 0 && <RegionCount {...finding} />}
            {outcome !== 'pass' &&
              finding.reasons.map((code) => (
                <Badge key={code} tone="outline">
                  {reasons[code].title}
                </Badge>
              ))}
          </span>
        </span>
      </button>
      {marking && outcome !== 'not_applicable' && <FindingMark findingId={id} title={title} control={marking} />}
    </li>
  )
}

function RegionCount({ check, group, regions }: FindingView) {
  const count = regions.length
  const { colour } = overlayKinds[overlayKindOf(check, group)]
  return (
    <span className="inline-flex items-center gap-1.5 text-xs text-muted-foreground">
      <svg aria-hidden viewBox="0 0 10 10" className="size-2.5">
        <rect width={10} height={10} rx={2} fill="#22262e" />
        <rect x={2} y={2} width={6} height={6} rx={1} fill={colour} />
      </svg>
      {count === 1 ? '1 place' : `${count} places`}
    </span>
  )
}
