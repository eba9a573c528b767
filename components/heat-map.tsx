'use client'

import { useMemo } from 'react'
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

/**
 * Coarse maps laid over the picture, smoothed by the browser. One picture and no canvas: that would be a layer of its own, and make
 * one more of all that lies above it (docs/decisions/025).
 */
export function HeatMap({ heat, matrix: [a, b, c, d, e, f], opacity }: HeatMapProps) {
  const cols = Math.max(1, ...heat.map((one) => one.cols))
  const rows = Math.max(1, ...heat.map((one) => one.rows))
  const src = useMemo(() => painted(heat, cols, rows), [heat, cols, rows])
  return (
    // biome-ignore lint/performance/noImgElement: made here, of a few hundred pixels
    <img
      src={src}
      alt=""
      aria-hidden
      data-heat
      width={cols}
      height={rows}
      draggable={false}
      className="pointer-events-none absolute top-0 left-0 max-w-none origin-top-left"
      style={{ opacity, transform: `matrix(${[a / cols, b / cols, c / rows, d / rows, e, f].join(',')})` }}
    />
  )
}

/** The maps one over the other, as the address of a picture. */
function painted(heat: readonly Heat[], cols: number, rows: number): string {
  const canvas = blank(cols, rows)
  for (const one of heat) canvas.getContext('2d')?.drawImage(cellsOf(one), 0, 0, cols, rows)
  return canvas.toDataURL()
}

/** One pixel a cell. */
function cellsOf({ kind, rows, cols, levels }: Heat): HTMLCanvasElement {
  const image = new ImageData(cols, rows)
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(overlayColours[kind].slice(at, at + 2), 16))
  for (let cell = 0; cell < levels.length; cell++) {
    const level = Number.parseInt(levels[cell]!, 16) / 15
    image.data.set([red!, green!, blue!, 255 * strongest * level], 4 * cell)
  }
  const canvas = blank(cols, rows)
  canvas.getContext('2d')?.putImageData(image, 0, 0)
  return canvas
}

function blank(width: number, height: number): HTMLCanvasElement {
  return Object.assign(document.createElement('canvas'), { width, height })
}
