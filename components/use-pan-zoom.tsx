'use client'

import { type RefObject, useEffect, useRef } from 'react'
import type { CaptureViewControl } from './use-capture-view.tsx'

type Moves = Pick<CaptureViewControl, 'setStage' | 'fit' | 'byHand'>

/**
 * Hands on the picture: wheel and pinch zoom towards the pointer, dragging pans, double click fits. Also measures the stage.
 * Listens on the element itself because React's wheel listener is passive and could not keep the page from scrolling.
 */
export function usePanZoom(stage: RefObject<HTMLElement | null>, moves: Moves): void {
  const latest = useRef(moves)
  useEffect(() => {
    latest.current = moves
  })

  useEffect(() => {
    const element = stage.current
    if (!element) return
    const stop = new AbortController()
    const { signal } = stop
    const place = (event: MouseEvent): [number, number] => {
      const { left, top } = element.getBoundingClientRect()
      return [event.clientX - left, event.clientY - top]
    }

    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element
      if (width > 0 && height > 0) latest.current.setStage({ width, height })
    })
    observer.observe(element)

    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      latest.current.byHand.zoomBy(wheelFactor(event), place(event))
    }
    element.addEventListener('wheel', onWheel, { passive: false, signal })
    element.addEventListener('dblclick', (event) => isDrawn(event) || latest.current.fit(), { signal })
    trackPointers(element, place, latest, signal)
    return () => {
      observer.disconnect()
      stop.abort()
    }
  }, [stage])
}

/** True on a sheet over the picture that has its own use for presses. */
function isDrawn({ target }: Event): boolean {
  return target instanceof Element && target.closest('[data-draws]') !== null
}

/** Trackpads report a pinch as a wheel with Ctrl held, in much smaller steps than a mouse wheel's. */
function wheelFactor({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const pixels = deltaMode === WheelEvent.DOM_DELTA_LINE ? deltaY * 16 : deltaY
  return Math.exp(-pixels * (ctrlKey ? 0.01 : 0.0018))
}

function trackPointers(
  element: HTMLElement,
  place: (event: MouseEvent) => [number, number],
  moves: RefObject<Moves>,
  signal: AbortSignal,
): void {
  const down = new Map<number, [number, number]>()
  const release = (event: PointerEvent) => {
    if (down.delete(event.pointerId)) moves.current.byHand.rest()
  }

  element.addEventListener(
    'pointerdown',
    (event) => {
      moves.current.byHand.rest()
      if (event.button !== 0 || isDrawn(event)) return
      element.setPointerCapture(event.pointerId)
      down.set(event.pointerId, place(event))
    },
    { signal },
  )
  element.addEventListener(
    'pointermove',
    (event) => {
      const before = down.get(event.pointerId)
      if (!before) return
      const now = place(event)
      const other = [...down].find(([id]) => id !== event.pointerId)?.[1]
      if (other) {
        const middle = [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2] as const
        moves.current.byHand.zoomBy(distance(now, other) / Math.max(1, distance(before, other)), middle)
      } else {
        moves.current.byHand.pan(now[0] - before[0], now[1] - before[1])
      }
      down.set(event.pointerId, now)
    },
    { signal },
  )
  element.addEventListener('pointerup', release, { signal })
  element.addEventListener('pointercancel', release, { signal })
}

function distance([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): number {
  return Math.hypot(x1 - x2, y1 - y2)
}
