'use client'

import { useLayoutEffect, useRef } from 'react'
import { overlayColours } from '#lib/domain/overlay-colours'
import type { Matrix } from './capture-geometry.ts'
import type { HeatMap as Heat } from './overlay-context.tsx'

/** Strongest a cell is painted, so that the picture always shows through. */
const strongest = 0.4

/** A coarse map laid over the picture, smoothed by the browser: one pixel of canvas a cell. */
export function HeatMap({
  heat,
  matrix: [a, b, c, d, e, f],
  opacity,
}: {
  heat: Heat
  matrix: Matrix
  opacity: number
}) {
  const { rows, cols } = heat
  const ref = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    ref.current?.getContext('2d')?.putImageData(paint(heat), 0, 0)
  }, [heat])
  return (
    <canvas
      ref={ref}
      aria-hidden
      data-heat={heat.kind}
      width={cols}
      height={rows}
      className="pointer-events-none absolute top-0 left-0 max-w-none origin-top-left"
      style={{ opacity, transform: `matrix(${[a / cols, b / cols, c / rows, d / rows, e, f].join(',')})` }}
    />
  )
}

function paint({ kind, rows, cols, levels }: Heat): ImageData {
  const image = new ImageData(cols, rows)
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(overlayColours[kind].slice(at, at + 2), 16))
  for (let cell = 0; cell < levels.length; cell++) {
    const level = Number.parseInt(levels[cell]!, 16) / 15
    image.data.set([red!, green!, blue!, 255 * strongest * level], 4 * cell)
  }
  return image
}
