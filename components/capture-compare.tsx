'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { CaptureLayers } from './capture-layers.tsx'
import { captureUrl } from './capture-source.ts'
import { CaptureToolbar } from './capture-toolbar.tsx'
import { CaptureViewer } from './capture-viewer.tsx'
import { MovingPicture } from './moving-picture.tsx'
import { Button } from './ui/button.tsx'
import {
  type CaptureViewControl,
  useCaptureViewHotkeys,
  useCaptureViews,
  type ViewedCapture,
} from './use-capture-view.tsx'

/** A picture to hold against others. */
export interface ComparedCapture extends ViewedCapture {
  /** Says which it is, like "ID card, front, attempt 1". */
  title: string
}

export interface CaptureCompareProps {
  /** Two or more; with more than two they lie beside each other only. */
  captures: readonly ComparedCapture[]
  /** At the left of the tools: the choice of what is compared. */
  children?: ReactNode
  onFullScreen?: () => void
  /** Laid over each picture without being in the way. */
  watermark?: ReactNode
  className?: string
}

const modes = { beside: 'Beside', swipe: 'Swipe', blink: 'Blink' } as const
type Mode = keyof typeof modes

/** Pictures held against each other: beside each other, one under the other's edge, or in turns. They move together. */
export default function CaptureCompare({
  captures,
  children,
  onFullScreen,
  watermark,
  className,
}: CaptureCompareProps) {
  const [wanted, setMode] = useState<Mode>('beside')
  const controls = useCaptureViews(captures)
  useCaptureViewHotkeys(controls[0]!)
  const isPair = captures.length === 2
  const mode = isPair ? wanted : 'beside'
  const pair = { captures, controls, watermark }
  return (
    <div className={`flex min-h-0 flex-col ${className ?? ''}`}>
      {mode === 'beside' && <Beside {...pair} />}
      {mode === 'swipe' && <Swipe {...pair} />}
      {mode === 'blink' && <Blink {...pair} />}
      <CaptureToolbar control={controls[0]!} onFullScreen={onFullScreen}>
        {children}
        {isPair && (
          <fieldset className="flex gap-0.5">
            <legend className="sr-only">How to compare</legend>
            {(Object.keys(modes) as Mode[]).map((one) => (
              <Button key={one} variant="ghost" size="sm" aria-pressed={one === mode} onClick={() => setMode(one)}>
                {modes[one]}
              </Button>
            ))}
          </fieldset>
        )}
      </CaptureToolbar>
    </div>
  )
}

interface ComparedProps {
  captures: readonly ComparedCapture[]
  controls: readonly CaptureViewControl[]
  watermark: ReactNode
}

function Beside({ captures, controls, watermark }: ComparedProps) {
  return (
    <div className="grid min-h-0 flex-1 auto-cols-fr grid-flow-col gap-px bg-border">
      {captures.map((capture, index) => (
        <figure key={capture.id} className="relative flex min-h-0 min-w-0 flex-col">
          <Caption>{capture.title}</Caption>
          <Stage capture={capture} control={controls[index]!} watermark={watermark} />
        </figure>
      ))}
    </div>
  )
}

/** The second picture lies over the first, up to an edge one moves. */
function Swipe({ captures, controls, watermark }: ComparedProps) {
  const [edge, setEdge] = useState(50)
  const [first, second] = captures as [ComparedCapture, ComparedCapture]
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <Caption>{first.title}</Caption>
      <Caption atEnd>{second.title}</Caption>
      <Stage capture={first} control={controls[0]!} watermark={watermark}>
        <div className="absolute inset-0" style={{ clipPath: `inset(0 0 0 ${edge}%)` }}>
          <div className="absolute inset-0 bg-stage" />
          <Layers capture={second} control={controls[1]!} />
        </div>
        <div
          aria-hidden
          className="absolute inset-y-0 w-0.5 bg-white mix-blend-difference"
          style={{ left: `${edge}%` }}
        />
      </Stage>
      <input
        type="range"
        aria-label="Edge between the pictures"
        className="absolute inset-x-0 bottom-3 z-10 h-6"
        min={0}
        max={100}
        value={edge}
        onChange={(event) => setEdge(event.currentTarget.valueAsNumber)}
      />
    </div>
  )
}

/** Slower than three times a second, above which flashing can harm (WCAG 2.3.1). */
const blinkMs = 700

/** One after the other in the same place: what differs moves. */
function Blink({ captures, controls, watermark }: ComparedProps) {
  const [running, setRunning] = useState(true)
  const [isSecond, setSecond] = useState(false)
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setSecond((before) => !before), blinkMs)
    return () => clearInterval(timer)
  }, [running])
  const [first, second] = captures as [ComparedCapture, ComparedCapture]
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <Caption>{isSecond ? second.title : first.title}</Caption>
      <Stage capture={first} control={controls[0]!} watermark={watermark}>
        <div className={`absolute inset-0 bg-stage ${isSecond ? '' : 'invisible'}`}>
          <Layers capture={second} control={controls[1]!} />
        </div>
      </Stage>
      <div className="absolute bottom-3 left-1/2 z-10 flex -translate-x-1/2 gap-1">
        <Button size="sm" onClick={() => setRunning(!running)}>
          {running ? 'Hold still' : 'Blink'}
        </Button>
        <Button size="sm" onClick={() => setSecond(!isSecond)}>
          The other
        </Button>
      </div>
    </div>
  )
}

interface StageProps {
  capture: ComparedCapture
  control: CaptureViewControl
  watermark: ReactNode
  children?: ReactNode
}

function Stage({ capture: { id, title, picture }, control, watermark, children }: StageProps) {
  return (
    <CaptureViewer
      captureId={id}
      src={captureUrl(id, 'fit')}
      alt={title}
      picture={picture}
      control={control}
      watermark={watermark}
      overStage={children ? () => children : undefined}
      className="flex-1"
    />
  )
}

function Layers({ capture: { id, title, picture }, control }: Pick<StageProps, 'capture' | 'control'>) {
  const { view, stage } = control
  return (
    <MovingPicture captureId={id} {...{ picture, control }}>
      <CaptureLayers captureId={id} src={captureUrl(id, 'fit')} alt={title} {...{ picture, view, stage }} />
    </MovingPicture>
  )
}

function Caption({ children, atEnd = false }: { children: string; atEnd?: boolean }) {
  return (
    <p
      className={`pointer-events-none absolute top-2 z-10 rounded-sm bg-popover px-2 py-0.5 text-xs shadow-raised ${atEnd ? 'right-2' : 'left-2'}`}
    >
      {children}
    </p>
  )
}
