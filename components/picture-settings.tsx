'use client'

import { X } from 'lucide-react'
import { Fragment, type ReactNode, useId } from 'react'
import { formatShare } from '#lib/domain/format'
import { type ContextLayer, confidenceLooks, contextLayers } from './overlay-context.tsx'
import { Button } from './ui/button.tsx'
import { Checkbox } from './ui/checkbox.tsx'
import type { AdjustmentControl } from './use-adjustments.tsx'
import type { OverlayControl } from './use-overlays.tsx'

export interface PictureSettingsProps {
  /** Layers the capture has something for. */
  layers: readonly ContextLayer[]
  overlays: OverlayControl
  adjustment: AdjustmentControl
  onClose: () => void
}

/** What is drawn over the picture, and how its light is shown: a panel that stays while one works on. Loaded when first opened. */
export default function PictureSettings({ layers, overlays, adjustment, onClose }: PictureSettingsProps) {
  const { adjustments, change, reset, filter } = adjustment
  return (
    <section
      aria-label="Layers and light"
      className="absolute top-3 right-3 z-10 grid max-h-[calc(100%-1.5rem)] w-72 gap-3 overflow-y-auto rounded-md border border-border bg-popover p-3 text-[0.8125rem] shadow-raised"
    >
      <header className="flex items-center justify-between">
        <h2 className="font-medium">Layers and light</h2>
        <Button variant="ghost" size="icon-sm" aria-label="Close" onClick={onClose}>
          <X aria-hidden />
        </Button>
      </header>
      <fieldset className="grid gap-1.5">
        <legend className="sr-only">Layers</legend>
        {layers.map((layer) => (
          <Fragment key={layer}>
            <Choice checked={!overlays.hidden.has(layer)} onChange={() => overlays.toggle(layer)}>
              {contextLayers[layer]}
            </Choice>
            {layer === 'words' && <ConfidenceLegend />}
          </Fragment>
        ))}
        <Range label="Opacity" min={0.1} max={1} value={overlays.opacity} onChange={overlays.setOpacity} />
      </fieldset>
      <fieldset className="grid gap-1.5 border-t border-border pt-3">
        <legend className="sr-only">Light</legend>
        <Range
          label="Brightness"
          min={0.2}
          max={3}
          value={adjustments.brightness}
          onChange={(brightness) => change({ brightness })}
        />
        <Range
          label="Contrast"
          min={0.2}
          max={3}
          value={adjustments.contrast}
          onChange={(contrast) => change({ contrast })}
        />
        <Choice checked={adjustments.sharpen} onChange={(sharpen) => change({ sharpen })}>
          Sharpen
        </Choice>
        <Choice checked={adjustments.grey} onChange={(grey) => change({ grey })}>
          Grey
        </Choice>
        <Choice checked={adjustments.invert} onChange={(invert) => change({ invert })}>
          Invert
        </Choice>
        <div className="flex items-center justify-between gap-2 pt-1">
          <p className="text-xs text-muted-foreground">For your eye only; nothing is changed or kept.</p>
          <Button size="sm" disabled={!filter} onClick={reset}>
            Reset
          </Button>
        </div>
      </fieldset>
    </section>
  )
}

interface ChoiceProps {
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
}

function Choice({ checked, onChange, children }: ChoiceProps) {
  const id = useId()
  return (
    <label htmlFor={id} className="flex min-h-6 items-center gap-2">
      <Checkbox id={id} checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {children}
    </label>
  )
}

interface RangeProps {
  label: string
  min: number
  max: number
  value: number
  onChange: (value: number) => void
}

function Range({ label, min, max, value, onChange }: RangeProps) {
  const id = useId()
  return (
    <div className="grid grid-cols-[5.5rem_minmax(0,1fr)_3rem] items-center gap-2">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        className="h-6 w-full min-w-0"
        {...{ min, max, value }}
        step={0.05}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      <output htmlFor={id} className="text-right font-mono text-xs tabular-nums">
        {formatShare(value)}
      </output>
    </div>
  )
}

function ConfidenceLegend() {
  return (
    <ul aria-label="Confidence" className="flex flex-wrap gap-x-3 gap-y-1 pl-6 text-xs text-muted-foreground">
      {confidenceLooks.map(({ title, colour, dash }) => (
        <li key={title} className="flex items-center gap-1.5">
          <svg aria-hidden viewBox="0 0 16 10" className="h-2.5 w-4">
            <rect width={16} height={10} rx={2} fill="#22262e" />
            <line x1={2} x2={14} y1={5} y2={5} stroke={colour} strokeWidth={1.5} strokeDasharray={dash} />
          </svg>
          {title}
        </li>
      ))}
    </ul>
  )
}
