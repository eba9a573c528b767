'use client'

import { Layers } from 'lucide-react'
import type { OverlayKind } from '#lib/domain/overlay-colours'
import { type OverlayLook, overlayKinds } from './overlay-kinds.ts'
import type { OverlayRegion } from './overlay-regions.tsx'
import { PatternTile } from './region-overlay.tsx'
import { Button } from './ui/button.tsx'
import { Kbd } from './ui/kbd.tsx'
import { useShownKey } from './use-hotkeys.tsx'
import type { OverlayControl } from './use-overlays.tsx'

export interface OverlayLegendProps {
  /** All regions of the capture, shown or not: the legend lists their kinds. */
  regions: readonly OverlayRegion[]
  overlays: OverlayControl
}

/** Says what the lines on the picture mean and switches them, all together or by kind. */
export function OverlayLegend({ regions, overlays }: OverlayLegendProps) {
  const marked = regions.filter(({ quiet }) => !quiet)
  const kinds = (Object.keys(overlayKinds) as OverlayKind[]).filter((kind) => marked.some((one) => one.kind === kind))
  return (
    <fieldset className="flex flex-wrap items-center gap-1">
      <legend className="sr-only">Overlays</legend>
      <Button
        variant="ghost"
        size="sm"
        aria-pressed={overlays.visible}
        aria-keyshortcuts={useShownKey('o')}
        onClick={overlays.toggleAll}
      >
        <Layers aria-hidden /> Overlays <Kbd hint>o</Kbd>
      </Button>
      {kinds.map((kind) => (
        <Button
          key={kind}
          variant="ghost"
          size="sm"
          disabled={!overlays.visible}
          aria-pressed={!overlays.hidden.has(kind)}
          onClick={() => overlays.toggle(kind)}
          className="not-aria-pressed:text-muted-foreground not-aria-pressed:line-through"
        >
          <Swatch look={overlayKinds[kind]} />
          {overlayKinds[kind].title}
          <span className="text-muted-foreground tabular-nums">{marked.filter((one) => one.kind === kind).length}</span>
        </Button>
      ))}
    </fieldset>
  )
}

/** A sample of the fill inside a sample of the line, on dark as most of a photo's lines are cased in it. */
export function Swatch({ look }: { look: OverlayLook }) {
  return (
    <svg aria-hidden viewBox="0 0 20 14" className="h-3.5 w-5">
      <rect width={20} height={14} rx={2} fill="#22262e" />
      <g transform="translate(2 3)">
        <PatternTile {...look} />
      </g>
      <g transform="translate(10 3)">
        <PatternTile {...look} />
      </g>
      <rect
        x={1}
        y={1}
        width={18}
        height={12}
        rx={1}
        fill="none"
        stroke={look.colour}
        strokeWidth={1.5}
        strokeDasharray={look.dash}
      />
    </svg>
  )
}
