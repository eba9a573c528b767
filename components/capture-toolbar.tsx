'use client'

import { Ellipsis, Maximize, Minus, Plus, RotateCcw, RotateCw, Scan } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { formatShare } from '#lib/domain/format'
import { Button } from './ui/button.tsx'
import { Kbd } from './ui/kbd.tsx'
import { Menu, MenuItem } from './ui/menu.tsx'
import { type CaptureViewControl, zoomStep } from './use-capture-view.tsx'
import { useShownKey } from './use-hotkeys.tsx'

export interface CaptureToolbarProps {
  control: CaptureViewControl
  /** At the left, such as tools that draw. */
  children?: ReactNode
  onFullScreen?: (() => void) | undefined
  /** Less common tools, in the menu behind the dots. */
  more?: readonly CaptureTool[]
}

export interface CaptureTool {
  label: string
  hotkey?: string
  run: () => void
  /** For what is on or off. */
  pressed?: boolean
}

/** The tools under the picture, where they hide nothing of it; each with its key. */
export function CaptureToolbar({ control, children, onFullScreen, more = [] }: CaptureToolbarProps) {
  const { zoomBy, fit, turnBy, flip, straighten, scale, view } = control
  const tools: CaptureTool[] = [
    { label: 'Rotate left by 1°', hotkey: '<', run: () => turnBy(-1) },
    { label: 'Rotate right by 1°', hotkey: '>', run: () => turnBy(1) },
    { label: 'Mirror', hotkey: 'm', run: flip, pressed: view.flipped },
    { label: 'As it was sent', run: straighten },
    ...more,
  ]
  return (
    <div
      role="toolbar"
      aria-label="Picture"
      className="flex min-h-10 flex-wrap items-center gap-0.5 border-t border-border bg-card px-2 py-1"
    >
      <div className="flex items-center gap-0.5">{children}</div>
      <div className="ml-auto flex items-center gap-0.5">
        <Tool label="Zoom out" hotkey="-" icon={<Minus aria-hidden />} onClick={() => zoomBy(1 / zoomStep)} />
        <output aria-label="Zoom" className="w-11 text-center font-mono text-xs tabular-nums">
          {scale ? formatShare(Number(scale.toFixed(2))) : '–'}
        </output>
        <Tool label="Zoom in" hotkey="+" icon={<Plus aria-hidden />} onClick={() => zoomBy(zoomStep)} />
        <Tool label="Fit" hotkey="0" icon={<Scan aria-hidden />} onClick={fit} />
        <Divider />
        <Tool label="Rotate left" hotkey="," icon={<RotateCcw aria-hidden />} onClick={() => turnBy(-90)} />
        <Tool label="Rotate right" hotkey="." icon={<RotateCw aria-hidden />} onClick={() => turnBy(90)} />
        <Divider />
        {onFullScreen && <Tool label="Full screen" hotkey="f" icon={<Maximize aria-hidden />} onClick={onFullScreen} />}
        <Menu
          align="end"
          side="top"
          trigger={
            <Button variant="ghost" size="icon-sm" aria-label="More picture tools" title="More picture tools">
              <Ellipsis aria-hidden />
            </Button>
          }
        >
          {tools.map(({ label, hotkey, run, pressed }) => (
            <MenuItem key={label} onClick={run} className="justify-between gap-6">
              <span>
                {label}
                {pressed && <span className="text-muted-foreground"> (on)</span>}
              </span>
              {hotkey && <Kbd className="text-muted-foreground">{hotkey}</Kbd>}
            </MenuItem>
          ))}
        </Menu>
      </div>
    </div>
  )
}

function Divider() {
  return <span aria-hidden className="mx-1 h-5 w-px bg-border" />
}

export interface ToolProps {
  label: string
  hotkey: string
  icon: ReactElement
  onClick: () => void
  pressed?: boolean
}

/** One tool: its picture and its key; the name is for screen readers and on hover. */
export function Tool({ label, hotkey, icon, onClick, pressed }: ToolProps) {
  return (
    <Button
      variant="ghost"
      size="sm"
      title={label}
      aria-keyshortcuts={useShownKey(hotkey)}
      aria-pressed={pressed}
      className="px-1 desk:px-1.5"
      onClick={onClick}
    >
      {icon}
      <span className="sr-only">{label}</span>
      <Kbd hint className="text-muted-foreground">
        {hotkey}
      </Kbd>
    </Button>
  )
}
