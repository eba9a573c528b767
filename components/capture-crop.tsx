import type { Outline } from '#lib/domain/region'
import type { Size } from './capture-geometry.ts'
import { cropOf } from './crop-geometry.ts'

export interface CaptureCropProps {
  /** The picture as the viewer shows it: the same address is the same picture, and no second request. */
  src: string
  /** Its size in its own pixels. */
  picture: Size
  place: Outline
}

/** As high as two lines of text; wide places shrink to the room there is. */
const cropHeightPx = 28

/** One line of a picture, cut out and laid level. Decorative: what it reads stands beside it. */
export function CaptureCrop({ src, picture, place }: CaptureCropProps) {
  const { width, height, transform } = cropOf(place, picture)
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${width} ${height}`}
      width={Math.round((cropHeightPx * width) / height)}
      height={cropHeightPx}
      className="block h-auto max-w-full rounded-sm bg-stage"
    >
      <image href={src} width={picture.width} height={picture.height} transform={transform} />
    </svg>
  )
}
