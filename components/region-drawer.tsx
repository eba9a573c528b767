'use client'

import { useEffect, useRef, useState, useTransition } from 'react'
import { type ReasonCode, reasonCodes, reasons } from '#lib/domain/reasons'
import type { Point } from '#lib/domain/region'
import { type Matrix, project, type Size } from './capture-geometry.ts'
import { overlayKinds } from './overlay-kinds.ts'
import { Button } from './ui/button.tsx'
import { Field } from './ui/field.tsx'
import { Select } from './ui/select.tsx'
import { Textarea } from './ui/textarea.tsx'
import { type Drawing, useRegionDrawing } from './use-region-drawing.tsx'

export interface RegionToKeep {
  points: Point[]
  comment: string
  reason: ReasonCode | null
}

export interface RegionDrawerProps {
  matrix: Matrix
  stage: Size
  /** Answers whether it was kept. */
  onSave: (region: RegionToKeep) => Promise<boolean>
  onClose: () => void
}

/** A sheet over the stage to draw a region on, by mouse, touch or keyboard, and to say what it is about. Loaded when first used. */
export default function RegionDrawer({ matrix, stage, onSave, onClose }: RegionDrawerProps) {
  const [points, setPoints] = useState<Point[] | null>(null)
  return points ? (
    <>
      <Sketch stage={stage} shape={points.map((point) => project(point, matrix))} isClosed />
      <RegionForm onSave={(words) => onSave({ points, ...words })} onClose={onClose} />
    </>
  ) : (
    <DrawingSurface {...{ matrix, stage }} onDone={setPoints} onClose={onClose} />
  )
}

interface DrawingSurfaceProps extends Pick<RegionDrawerProps, 'matrix' | 'stage' | 'onClose'> {
  onDone: (points: Point[]) => void
}

function DrawingSurface({ matrix, stage, onDone, onClose }: DrawingSurfaceProps) {
  const surface = useRef<HTMLDivElement>(null)
  const drawing = useRegionDrawing({ surface, matrix, stage, onDone, onCancel: onClose })
  useEffect(() => surface.current?.focus({ preventScroll: true }), [])
  return (
    <div
      ref={surface}
      role="application"
      aria-label="Draw a region. Arrow keys move the cross, Space sets a corner, Enter closes the region, Escape leaves."
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys draw, so the sheet takes the focus
      tabIndex={0}
      data-draws
      data-testid="drawing-surface"
      className="absolute inset-0 z-10 cursor-crosshair touch-none -outline-offset-4"
      {...drawing.handlers}
    >
      <Sketch stage={stage} shape={shapeOf(drawing, matrix)} cursor={drawing.cursor} />
      <p className="pointer-events-none absolute top-3 left-1/2 -translate-x-1/2 rounded-md bg-popover px-3 py-1.5 text-[0.8125rem] shadow-raised">
        Drag a rectangle, or click the corners and press Enter. Esc leaves.
      </p>
      <span role="status" className="sr-only">
        {drawing.corners.length > 0 && `${drawing.corners.length} corners set`}
      </span>
    </div>
  )
}

function shapeOf({ dragged, corners }: Drawing, matrix: Matrix): [number, number][] {
  if (!dragged) return corners.map((corner) => project(corner, matrix))
  const [[x1, y1], [x2, y2]] = dragged
  return [
    [x1, y1],
    [x2, y1],
    [x2, y2],
    [x1, y2],
    [x1, y1],
  ]
}

interface SketchProps {
  stage: Size
  shape: readonly (readonly [number, number])[]
  isClosed?: boolean
  cursor?: Drawing['cursor']
}

function Sketch({ stage, shape, isClosed = false, cursor }: SketchProps) {
  const points = shape.map((point) => point.join(',')).join(' ')
  const Shape = isClosed ? 'polygon' : 'polyline'
  const { colour } = overlayKinds.drawn
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${stage.width} ${stage.height}`}
      className="pointer-events-none absolute inset-0 z-10 size-full"
    >
      <Shape points={points} fill={colour} fillOpacity={0.12} stroke="#000" strokeOpacity={0.6} strokeWidth={4} />
      <Shape points={points} fill="none" stroke={colour} strokeWidth={2} />
      {shape.map(([x, y]) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={4} fill={colour} stroke="#000" />
      ))}
      {cursor && (
        <g strokeWidth={1.5}>
          <path
            d={`M${cursor[0] - 14} ${cursor[1]}h28M${cursor[0]} ${cursor[1] - 14}v28`}
            stroke="#000"
            strokeWidth={4}
          />
          <path d={`M${cursor[0] - 14} ${cursor[1]}h28M${cursor[0]} ${cursor[1] - 14}v28`} stroke={colour} />
        </g>
      )}
    </svg>
  )
}

/** Reasons that a place on the picture can show first, then the rest. */
const reasonOptions = [
  ['', 'No reason'] as const,
  ...[...reasonCodes]
    .sort((a, b) => Number(reasons[b].evidence === 'region') - Number(reasons[a].evidence === 'region'))
    .map((code) => [code, reasons[code].title] as const),
]

interface RegionFormProps {
  onSave: (words: Omit<RegionToKeep, 'points'>) => Promise<boolean>
  onClose: () => void
}

function RegionForm({ onSave, onClose }: RegionFormProps) {
  const [comment, setComment] = useState('')
  const [reason, setReason] = useState<ReasonCode | null>(null)
  const [pending, start] = useTransition()
  const save = () =>
    start(async () => {
      if (await onSave({ comment, reason })) onClose()
    })
  return (
    <form
      aria-label="Drawn region"
      data-draws
      className="absolute bottom-3 left-1/2 z-20 grid w-80 max-w-[calc(100%-1.5rem)] -translate-x-1/2 cursor-auto gap-3 rounded-md border border-border bg-popover p-3 shadow-raised"
      action={save}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') onClose()
      }}
    >
      <Field label="Comment" hint="For colleagues. May stay empty.">
        {(field) => (
          <Textarea
            {...field}
            autoFocus
            maxLength={500}
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.shiftKey) {
                event.preventDefault()
                event.currentTarget.form?.requestSubmit()
              }
            }}
          />
        )}
      </Field>
      <Field label="Reason">
        {(field) => (
          <Select
            {...field}
            options={reasonOptions}
            value={reason ?? ''}
            onChange={(event) => setReason((event.currentTarget.value || null) as ReasonCode | null)}
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" busy={pending}>
          Keep region
        </Button>
      </div>
    </form>
  )
}
