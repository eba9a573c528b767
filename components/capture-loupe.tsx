'use client'

import { useEffect, useRef, useState } from 'react'
import type { OutlinePoint } from '#lib/domain/region'
import { type CaptureView, fitScale, pictureMatrix, type Size, scaleOf, unproject } from './capture-geometry.ts'
import { CaptureLayers } from './capture-layers.tsx'
import { type CaptureViewControl, useLiveView } from './use-capture-view.tsx'

export interface CaptureLoupeProps {
  captureId: string
  src: string
  picture: Size
  control: CaptureViewControl
  stage: Size
  filter?: string | undefined
}

const lens: Size = { width: 240, height: 240 }
/** Against what lies under it; at least every pixel of the picture can be told. */
const power = 3
const leastScale = 1

/** A round glass that follows the pointer, or stands in the middle while there is none. */
export default function CaptureLoupe({ picture, control, stage, ...source }: CaptureLoupeProps) {
  const view = useLiveView(source.captureId, control)
  const ref = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<OutlinePoint>([stage.width / 2, stage.height / 2])
  useEffect(() => {
    const element = ref.current?.closest('[data-testid=capture-stage]')
    if (!element) return
    const follow = (event: Event) => {
      const { left, top } = element.getBoundingClientRect()
      const { clientX, clientY } = event as PointerEvent
      setPlace([clientX - left, clientY - top])
    }
    element.addEventListener('pointermove', follow)
    return () => element.removeEventListener('pointermove', follow)
  }, [])

  const [x, y] = unproject(place, pictureMatrix(view, picture, stage))
  const scale = Math.max(power * scaleOf(view, picture, stage), leastScale)
  const near: CaptureView = {
    ...view,
    zoom: scale / fitScale(picture, lens, view.rotation),
    center: [x / picture.width, y / picture.height],
  }
  return (
    <div
      ref={ref}
      aria-hidden
      data-testid="loupe"
      className="pointer-events-none absolute top-0 left-0 z-10 size-60 overflow-hidden rounded-full border-2 border-popover bg-stage shadow-raised"
      style={{ transform: `translate(${place[0] - lens.width / 2}px, ${place[1] - lens.height / 2}px)` }}
    >
      <CaptureLayers {...source} alt="" picture={picture} view={near} stage={lens} />
    </div>
  )
}
