import { useId } from 'react'
import type { CaptureKind } from '#lib/domain/capture'
import { cameraGuide } from './camera-guide.ts'

export interface CameraGuideMarksProps {
  kind: CaptureKind
  /** Of the video, in its pixels. */
  picture: { width: number; height: number }
  /** Nothing is left to do better. */
  good: boolean
}

/** The frame the document or face belongs in, and the rest dimmed: laid over a video that is fitted into its box. */
export function CameraGuideMarks({ kind, picture, good }: CameraGuideMarksProps) {
  const maskId = useId()
  const { x, y, width, height, radiusX, radiusY } = cameraGuide(kind, picture)
  const frame = { x, y, width, height, rx: radiusX, ry: radiusY }
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${picture.width} ${picture.height}`}
      preserveAspectRatio="xMidYMid meet"
      className="pointer-events-none absolute inset-0 size-full"
    >
      <mask id={maskId}>
        <rect width={picture.width} height={picture.height} fill="#fff" />
        <rect {...frame} fill="#000" />
      </mask>
      <rect width={picture.width} height={picture.height} fill="#000" fillOpacity={0.4} mask={`url(#${maskId})`} />
      <g fill="none" stroke={good ? '#4ade80' : '#fff'}>
        <rect {...frame} stroke="#000" strokeOpacity={0.5} strokeWidth={6} vectorEffect="non-scaling-stroke" />
        <rect {...frame} strokeWidth={3} vectorEffect="non-scaling-stroke" />
      </g>
    </svg>
  )
}
