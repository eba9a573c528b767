'use client'

import { Minus, Plus, RotateCcw, RotateCw, Scan } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { formatShare } from '#lib/domain/format'
import { Button } from './ui/button.tsx'
import { Kbd } from './ui/kbd.tsx'
import { type CaptureViewControl, zoomStep } from './use-capture-view.tsx'

export interface CaptureToolbarProps {
  control: CaptureViewControl
  /** At the left: the OverlayLegend. */
  legend?: ReactNode
}

/** Legend, zoom and rotation under the picture, where they hide nothing of it; each tool with its key. */
export function CaptureToolbar({ control, legend }: CaptureToolbarProps) {
  const { zoomBy, fit, turnBy, scale } = control
  return (
    <div
      role="toolbar"
      aria-label="Picture"
      className="flex min-h-10 flex-wrap items-center gap-0.5 border-t border-border bg-card px-2 py-1"
    >
      <div className="mr-auto">{legend}</div>
      <div className="flex items-center gap-0.5">
        <Tool label="Zoom out" hotkey="-" icon={<Minus aria-hidden />} onClick={() => zoomBy(1 / zoomStep)} />
        <output aria-label="Zoom" className="w-14 text-center font-mono text-xs tabular-nums">
          {scale ? formatShare(Number(scale.toFixed(2))) : '–'}
        </output>
        <Tool label="Zoom in" hotkey="+" icon={<Plus aria-hidden />} onClick={() => zoomBy(zoomStep)} />
        <Tool label="Fit" hotkey="0" icon={<Scan aria-hidden />} onClick={fit} />
        <span aria-hidden className="mx-1 h-5 w-px bg-border" />
        <Tool label="Rotate left" hotkey="," icon={<RotateCcw aria-hidden />} onClick={() => turnBy(-90)} />
        <Tool label="Rotate right" hotkey="." icon={<RotateCw aria-hidden />} onClick={() => turnBy(90)} />
      </div>
    </div>
  )
}

interface ToolProps {
  label: string
  hotkey: string
  icon: ReactElement
  onClick: () => void
}

function Tool({ label, hotkey, icon, onClick }: ToolProps) {
  return (
    <Button variant="ghost" size="sm" title={label} aria-keyshortcuts={hotkey} className="px-1.5" onClick={onClick}>
      {icon}
      <span className="sr-only">{label}</span>
      <Kbd hint className="text-muted-foreground">
        {hotkey}
      </Kbd>
    </Button>
  )
}
