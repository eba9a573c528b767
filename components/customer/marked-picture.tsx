import { RegionMarks, type RegionMarksProps } from './region-marks.tsx'

export interface MarkedPictureProps extends RegionMarksProps {
  src: string
  /** In the customer's language, like "Your photo with the problem marked". */
  alt: string
}

/** A customer's own picture with the problem marked. Needs no script. */
export function MarkedPicture({ src, alt, width, height, rings }: MarkedPictureProps) {
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
      <RegionMarks width={width} height={height} rings={rings} />
    </figure>
  )
}
