import type { DetailTiles, TileSums } from './detail-tiles.ts'
import type { Grid } from './grid-regions.ts'

/**
 * Whether blur looks like motion or like missed focus: motion wipes out gradients along its direction, so what fine detail is
 * left points one way, more so than the coarse detail does (text has a direction of its own). Null where nothing is blurred.
 * A likelihood for words, never a reason: OFIQ calls motion blur not reproducible.
 */
export function blurDirection({ full, quarter }: DetailTiles, heat: Grid): 'motion' | 'defocus' | null {
  const blurred = heat.values.map((value) => (value >= 0.5 ? 1 : 0))
  if (!blurred.includes(1)) return null
  return anisotropy(full, blurred) - anisotropy(quarter, blurred) > 0.2 ? 'motion' : 'defocus'
}

/** (λ₁ − λ₂) / (λ₁ + λ₂) of the summed structure tensor: 0 without direction, 1 with one only. */
function anisotropy({ xx, yy, xy }: TileSums, tiles: ArrayLike<number>): number {
  let [a, b, c] = [0, 0, 0]
  for (let i = 0; i < tiles.length; i++) {
    if (!tiles[i]) continue
    a += xx[i]!
    b += yy[i]!
    c += xy[i]!
  }
  return a + b === 0 ? 0 : Math.hypot(a - b, 2 * c) / (a + b)
}
