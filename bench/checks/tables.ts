import type { Table } from './table.ts'
import { blur } from './tables/blur.ts'
import { colour } from './tables/colour.ts'
import { background, cropping, obstruction, present, single } from './tables/frame.ts'
import { glare } from './tables/glare.ts'
import { outline } from './tables/outline.ts'
import { blurRegions, glareRegions } from './tables/regions.ts'

/** Every table of the report, in the order it is printed. */
export const tables: readonly Table[] = [
  blur,
  blurRegions,
  glare,
  glareRegions,
  outline,
  present,
  single,
  cropping,
  obstruction,
  background,
  colour,
]
