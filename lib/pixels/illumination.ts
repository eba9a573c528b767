import type { Plane } from '#lib/domain/artifacts'
import { cellLevel } from './cell-level.ts'
import type { Grid } from './grid-regions.ts'

const cellsAcross = 12

/**
 * How brightly each part of the paper is lit, in levels: the 85th percentile of each of about 12 × 12 cells (paper, not
 * print), then the brightest of its neighbours (a cell full of dark print is still on the same paper), then smoothed. Cells
 * with less than a third inside the mask (row-major, the plane's size) are NaN.
 */
export function illumination(luma: Plane, mask: Uint8Array): Grid {
  const cellPx = Math.max(1, Math.ceil(Math.max(luma.width, luma.height) / cellsAcross / 2))
  const cols = Math.ceil(luma.width / cellPx)
  const rows = Math.ceil(luma.height / cellPx)
  const paper = new Float32Array(rows * cols)
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++)
      paper[row * cols + col] = cellLevel(luma, mask, col * cellPx, row * cellPx, cellPx, 0.85) ?? Number.NaN
  }
  const lit = neighbours({ rows, cols, values: paper }, (near) => Math.max(...near))
  return neighbours(lit, (near) => near.reduce((sum, value) => sum + value, 0) / near.length)
}

function neighbours({ rows, cols, values }: Grid, combine: (near: number[]) => number): Grid {
  const combined = values.map((value, i) => {
    if (Number.isNaN(value)) return value
    const near: number[] = []
    const row = Math.floor(i / cols)
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
      for (let x = Math.max(0, (i % cols) - 1); x <= Math.min(cols - 1, (i % cols) + 1); x++) {
        const there = values[y * cols + x]!
        if (!Number.isNaN(there)) near.push(there)
      }
    }
    return combine(near)
  })
  return { rows, cols, values: combined }
}
