'use client'

import { useTransition } from 'react'
import { reasons } from '#lib/domain/reasons'
import { DateTime } from './date-time.tsx'
import { overlayKinds } from './overlay-kinds.ts'
import type { DrawnRegion } from './overlay-regions.tsx'
import { Badge } from './ui/badge.tsx'
import { Button } from './ui/button.tsx'
import { cn } from './ui/cn.ts'

export interface DrawnListProps {
  /** Of one capture. */
  regions: readonly DrawnRegion[]
  activeFindingId: string | null
  onActiveFindingChange: (id: string | null) => void
  onOpen: (region: DrawnRegion) => void
  /** Answers whether it worked. */
  onRemove: (regionId: string) => Promise<boolean>
}

/** What people drew on a capture: beside the findings, and plainly not theirs. */
export function DrawnList({ regions, ...row }: DrawnListProps) {
  if (regions.length === 0) return null
  return (
    <section aria-label="Drawn by reviewers" className="border-t border-border">
      <h3 className="flex items-center gap-1.5 px-4 pt-2.5 text-xs font-medium text-muted-foreground">
        <svg aria-hidden viewBox="0 0 10 10" className="size-2.5">
          <rect width={10} height={10} rx={2} fill="#22262e" />
          <rect x={2} y={2} width={6} height={6} rx={1} fill={overlayKinds.drawn.colour} />
        </svg>
        Drawn by reviewers
      </h3>
      <ul>
        {regions.map((region) => (
          <DrawnRow key={region.id} region={region} {...row} />
        ))}
      </ul>
    </section>
  )
}

type DrawnRowProps = Omit<DrawnListProps, 'regions'> & { region: DrawnRegion }

function DrawnRow({ region, activeFindingId, onActiveFindingChange, onOpen, onRemove }: DrawnRowProps) {
  const { id, comment, reason, drawnBy, drawnAt, mine } = region
  const [pending, start] = useTransition()
  const words = comment ?? (reason ? reasons[reason].title : 'A region without words')
  return (
    <li className={cn('flex items-start hover:bg-hover', id === activeFindingId && 'bg-selected hover:bg-selected')}>
      <button
        type="button"
        data-finding={id}
        className="grid min-w-0 flex-1 gap-0.5 px-4 py-2 text-left -outline-offset-2"
        onPointerEnter={() => onActiveFindingChange(id)}
        onPointerLeave={() => onActiveFindingChange(null)}
        onFocus={() => onActiveFindingChange(id)}
        onBlur={() => onActiveFindingChange(null)}
        onClick={() => onOpen(region)}
      >
        <span className="whitespace-pre-line text-[0.8125rem] break-words">{words}</span>
        <span className="flex flex-wrap items-center gap-x-2 text-xs text-muted-foreground">
          {mine ? 'You' : drawnBy}, <DateTime value={drawnAt} />
          {comment && reason && <Badge tone="outline">{reasons[reason].title}</Badge>}
        </span>
      </button>
      {mine && (
        <Button
          variant="link"
          size="sm"
          busy={pending}
          aria-label={`Take back: ${words}`}
          className="m-1.5 h-6 text-xs"
          onClick={() => start(async () => void (await onRemove(id)))}
        >
          Take back
        </Button>
      )}
    </li>
  )
}
