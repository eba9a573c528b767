'use client'

import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from 'react'
import { clampPoint, type OutlinePoint, type Point } from '#lib/domain/region'
import { type Matrix, project, type Size, unproject } from './capture-geometry.ts'

/** A press that moves less than this, in CSS pixels, is a click: shaky hands and styluses move a little. */
const clickPx = 5
const stepPx = 16
/** As many corners as the server takes. */
const maxCorners = 64

const steps: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

export interface Drawing {
  /** Corners set so far, in fractions of the upright picture. */
  corners: readonly Point[]
  /** The rectangle being dragged, in stage pixels. */
  dragged: readonly [OutlinePoint, OutlinePoint] | null
  /** Where the next corner would go by keyboard, in stage pixels; null until the keyboard is used. */
  cursor: OutlinePoint | null
  handlers: {
    onPointerDown: (event: PointerEvent) => void
    onPointerMove: (event: PointerEvent) => void
    onPointerUp: (event: PointerEvent) => void
    onPointerCancel: () => void
    onDoubleClick: () => void
    onKeyDown: (event: KeyboardEvent) => void
  }
}

interface Options {
  surface: RefObject<HTMLElement | null>
  matrix: Matrix
  stage: Size
  onDone: (points: Point[]) => void
  onCancel: () => void
}

/**
 * Hands that draw: dragging makes a rectangle, clicks or taps set the corners of a polygon. By keyboard arrows move a cross
 * (Shift: by one pixel), Space sets a corner, Backspace takes the last one back, Enter closes: two corners are a rectangle's.
 */
export function useRegionDrawing({ surface, matrix, stage, onDone, onCancel }: Options): Drawing {
  const [corners, setCorners] = useState<readonly Point[]>([])
  const [dragged, setDragged] = useState<Drawing['dragged']>(null)
  const [cursor, setCursor] = useState<OutlinePoint | null>(null)
  const from = useRef<OutlinePoint | null>(null)

  const fractionOf = (place: OutlinePoint) => clampPoint(unproject(place, matrix))
  const rectangle = ([[x1, y1], [x2, y2]]: readonly [OutlinePoint, OutlinePoint]): Point[] =>
    (
      [
        [x1, y1],
        [x2, y1],
        [x2, y2],
        [x1, y2],
      ] as const
    ).map(fractionOf)
  const addCorner = (place: OutlinePoint) => {
    const corner = fractionOf(place)
    const isSame = corners.at(-1)?.every((part, axis) => part === corner[axis])
    if (!isSame && corners.length < maxCorners) setCorners([...corners, corner])
  }
  const close = () => {
    if (corners.length >= 3) onDone([...corners])
    else if (corners.length === 2) onDone(rectangle([project(corners[0]!, matrix), project(corners[1]!, matrix)]))
  }
  const placeIn = (event: PointerEvent): OutlinePoint => {
    const { left, top } = surface.current!.getBoundingClientRect()
    return [event.clientX - left, event.clientY - top]
  }
  const isDrag = (to: OutlinePoint) =>
    from.current !== null && Math.hypot(to[0] - from.current[0], to[1] - from.current[1]) >= clickPx

  const onKeyDown = (event: KeyboardEvent) => {
    const middle: OutlinePoint = [stage.width / 2, stage.height / 2]
    const step = steps[event.key]
    const length = event.shiftKey ? 1 : stepPx
    if (step) {
      const [x, y] = cursor ?? middle
      const within = (value: number, high: number) => Math.min(high, Math.max(0, value))
      setCursor([within(x + step[0] * length, stage.width), within(y + step[1] * length, stage.height)])
    } else if (event.key === ' ') addCorner(cursor ?? middle)
    else if (event.key === 'Backspace') setCorners(corners.slice(0, -1))
    else if (event.key === 'Enter') close()
    else if (event.key === 'Escape') onCancel()
    else return
    event.preventDefault()
  }

  return {
    corners,
    dragged,
    cursor,
    handlers: {
      onPointerDown: (event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = placeIn(event)
      },
      onPointerMove: (event) => {
        const to = placeIn(event)
        if (isDrag(to) && corners.length === 0) setDragged([from.current!, to])
      },
      onPointerUp: (event) => {
        const to = placeIn(event)
        if (dragged) onDone(rectangle([dragged[0], to]))
        else if (from.current) addCorner(to)
        from.current = null
        setDragged(null)
      },
      onPointerCancel: () => {
        from.current = null
        setDragged(null)
      },
      onDoubleClick: close,
      onKeyDown,
    },
  }
}
