import type { DetailTiles } from './detail-tiles.ts'
import type { Grid } from './grid-regions.ts'
import { anisotropyOf, tensorOver } from './structure-tensor.ts'

/**
 * Whether blur looks like motion or like missed focus: motion wipes out gradients along its direction, so what fine detail is
 * left points one way, more so than the coarse detail does (text has a direction of its own). Null where nothing is blurred.
 * A likelihood for words, never a reason: OFIQ calls motion blur not reproducible.
 */
export function blurDirection({ full, quarter }: DetailTiles, heat: Grid): 'motion' | 'defocus' | null {
  const blurred = heat.values.map((value) => (value >= 0.5 ? 1 : 0))
  if (!blurred.includes(1)) return null
  const fine = anisotropyOf(tensorOver(full, blurred))
  return fine - anisotropyOf(tensorOver(quarter, blurred)) > leastExcess ? 'motion' : 'defocus'
}

const leastExcess = 0.2
