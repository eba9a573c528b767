'use client'

import { useLayoutEffect, useRef } from 'react'
import { overlayColours } from '#lib/domain/overlay-colours'
import type { Matrix } from './capture-geometry.ts'
import type { HeatMap as Heat } from './overlay-context.tsx'

/** Strongest a cell is painted, so that the picture always shows through. */
const strongest = 0.4

export interface HeatMapProps {
  heat: readonly Heat[]
  matrix: Matrix
  opacity: number
}

/** Coarse maps laid over the picture, smoothed by the browser: on one canvas, since each more would be blended in every frame. */
export function HeatMap({ heat, matrix: [a, b, c, d, e, f], opacity }: HeatMapProps) {
  const cols = Math.max(1, ...heat.map((one) => one.cols))
  const rows = Math.max(1, ...heat.map((one) => one.rows))
  const ref = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    const canvas = ref.current?.getContext('2d')
    if (!canvas) return
    canvas.clearRect(0, 0, cols, rows)
    for (const one of heat) canvas.drawImage(painted(one), 0, 0, cols, rows)
  }, [heat, cols, rows])
  return (
    <canvas
      ref={ref}
      aria-hidden
      data-heat
      width={cols}
      height={rows}
      className="pointer-events-none absolute top-0 left-0 max-w-none origin-top-left"
      style={{ opacity, transform: `matrix(${[a / cols, b / cols, c / rows, d / rows, e, f].join(',')})` }}
    />
  )
}

/** A canvas with one pixel a cell. */
function painted({ kind, rows, cols, levels }: Heat): HTMLCanvasElement {
  const image = new ImageData(cols, rows)
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(overlayColours[kind].slice(at, at + 2), 16))
  for (let cell = 0; cell < levels.length; cell++) {
    const level = Number.parseInt(levels[cell]!, 16) / 15
    image.data.set([red!, green!, blue!, 255 * strongest * level], 4 * cell)
  }
  const canvas = Object.assign(document.createElement('canvas'), { width: cols, height: rows })
  canvas.getContext('2d')?.putImageData(image, 0, 0)
  return canvas
}
