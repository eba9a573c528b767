'use client'

import { useId } from 'react'
import { formatMoment } from './date-time.tsx'
import { useNow } from './use-now.tsx'

/**
 * Who looks at this picture, and when, over all of it: a photo of the screen tells whose screen it was. Faint, outlined so that
 * it shows on light and dark alike, and wide enough apart to read the document between. A layer of its own (docs/decisions/025):
 * drawn once, and not again with every frame of the picture that moves below it.
 */
export function Watermark({ name }: { name: string }) {
  const now = useNow(60_000)
  const id = useId()
  const zone = now?.awake ? undefined : 'UTC'
  const time = now && formatMoment(new Date(now.ms), { dateStyle: 'short', timeStyle: 'short' }, zone)
  return (
    <svg aria-hidden data-watermark className="pointer-events-none absolute inset-0 size-full will-change-transform">
      <title>Watermark</title>
      <pattern id={id} width={420} height={190} patternUnits="userSpaceOnUse" patternTransform="rotate(-24)">
        <text
          x={12}
          y={96}
          fontSize={13}
          fontWeight={500}
          className="fill-white stroke-black/60 opacity-22 [paint-order:stroke]"
          strokeWidth={1.5}
        >
          {name} · {time}
        </text>
      </pattern>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  )
}
