'use client'

import { TriangleAlert } from 'lucide-react'
import { type CaptureKind, captureKindTitle } from '#lib/domain/capture'
import { CaptureThumb } from './capture-thumb.tsx'
import { cn } from './ui/cn.ts'
import { Kbd } from './ui/kbd.tsx'
import { useHotkeys } from './use-hotkeys.tsx'

export interface StripCapture {
  id: string
  kind: CaptureKind
  /** Null while the picture may not be seen. */
  thumbSrc: string | null
  /** Findings to look at. */
  flagCount: number
}

export interface CaptureStripProps {
  captures: readonly StripCapture[]
  activeId: string
  onChange: (captureId: string) => void
}

/** The captures of a submission, one of them on show; `[` and `]` go round. */
export function CaptureStrip({ captures, activeId, onChange }: CaptureStripProps) {
  const step = (by: number) => {
    const index = captures.findIndex(({ id }) => id === activeId)
    const next = captures.at((index + by) % captures.length)
    if (next) onChange(next.id)
  }
  const group = 'Picture'
  useHotkeys([
    { keys: ['['], label: 'Previous capture', group, run: () => step(-1) },
    { keys: [']'], label: 'Next capture', group, run: () => step(1) },
  ])
  return (
    <nav aria-label="Captures" className="flex items-center gap-1.5 overflow-x-auto">
      <Kbd className="text-muted-foreground">[</Kbd>
      {captures.map(({ id, kind, thumbSrc, flagCount }) => (
        <button
          key={id}
          type="button"
          aria-current={id === activeId ? 'true' : undefined}
          onClick={() => onChange(id)}
          className={cn(
            'flex h-11 shrink-0 items-center gap-2 rounded-md border border-transparent px-1.5 text-[0.8125rem] -outline-offset-2 hover:bg-hover',
            id === activeId && 'border-primary bg-selected font-medium hover:bg-selected',
          )}
        >
          <CaptureThumb src={thumbSrc} kind={kind} decorative />
          {captureKindTitle[kind]}
          {flagCount > 0 && (
            <span className="inline-flex items-center gap-0.5 text-xs text-danger tabular-nums">
              <TriangleAlert aria-hidden className="size-3" />
              {flagCount}
              <span className="sr-only">{flagCount === 1 ? ' problem' : ' problems'}</span>
            </span>
          )}
        </button>
      ))}
      <Kbd className="text-muted-foreground">]</Kbd>
    </nav>
  )
}
