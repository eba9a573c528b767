import { useId } from 'react'
import type { Point } from '#lib/domain/region'

export interface RegionMarksProps {
  /** Size of the upright picture. */
  width: number
  height: number
  /** Outlines of where the problem is; no numbers and no names are shown. */
  rings: readonly (readonly Point[])[]
}

/** Rings round the problem and the rest dimmed a little: laid over a picture that is fitted into its box. */
export function RegionMarks({ width, height, rings }: RegionMarksProps) {
  const maskId = useId()
  const shapes = rings.map((points) => points.join(' '))
  if (shapes.length === 0) return null
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid meet"
      className="pointer-events-none absolute inset-0 size-full"
    >
      <mask id={maskId} maskUnits="userSpaceOnUse" x={0} y={0} width={1} height={1}>
        <rect width={1} height={1} fill="#fff" />
        {shapes.map((points) => (
          <polygon key={points} points={points} fill="#000" />
        ))}
      </mask>
      <g transform={`scale(${width} ${height})`} fill="none" strokeLinejoin="round">
        <rect width={1} height={1} fill="#000" fillOpacity={0.45} mask={`url(#${maskId})`} />
        {shapes.map((points) => (
          <g key={points}>
            <polygon points={points} stroke="#fff" strokeWidth={7} vectorEffect="non-scaling-stroke" />
            <polygon points={points} stroke="#d11f2a" strokeWidth={4} vectorEffect="non-scaling-stroke" />
          </g>
        ))}
      </g>
    </svg>
  )
}
