import { useId } from 'react'
import type { Region } from '#lib/domain/region'
import { convexHull } from '#lib/pixels/convex-hull'

export interface MarkedPictureProps {
  src: string
  /** In the customer's language, like "Your photo with the problem marked". */
  alt: string
  /** Size of the upright picture. */
  width: number
  height: number
  /** Where the problem is; no numbers and no names are shown. */
  regions: readonly Pick<Region, 'points'>[]
}

/** A customer's own picture with the problem ringed without ragged edges, and the rest dimmed a little. Needs no script. */
export function MarkedPicture({ src, alt, width, height, regions }: MarkedPictureProps) {
  const maskId = useId()
  const shapes = regions.map(({ points }) => convexHull(points).join(' '))
  return (
    <figure className="relative overflow-hidden rounded-lg border border-border bg-muted">
      {/* biome-ignore lint/performance/noImgElement: the image optimiser would keep copies of people's documents on disk */}
      <img
        src={src}
        alt={alt}
        width={width}
        height={height}
        className="block h-auto max-h-[70dvh] w-full object-contain"
      />
      {shapes.length > 0 && (
        <svg
          aria-hidden
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="xMidYMid meet"
          className="absolute inset-0 size-full"
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
      )}
    </figure>
  )
}
