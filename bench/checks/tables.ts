import type { Table } from './table.ts'
import { blur } from './tables/blur.ts'
import { colour } from './tables/colour.ts'
import { documentTypeTable } from './tables/document-type.ts'
import { duplicates } from './tables/duplicates.ts'
import { exposure } from './tables/exposure.ts'
import { faceTables } from './tables/faces.ts'
import { background, cropping, obstruction, present, single } from './tables/frame.ts'
import { glare } from './tables/glare.ts'
import { legibility } from './tables/legibility.ts'
import { cast, haze } from './tables/light.ts'
import { mrz } from './tables/mrz.ts'
import { compressed, edits, enlarged, recaptures, screenshots } from './tables/origin.ts'
import { outline } from './tables/outline.ts'
import { pages } from './tables/pages.ts'
import { printed } from './tables/printed.ts'
import { blurRegions, glareRegions } from './tables/regions.ts'
import { zoneAndPrint } from './tables/zone-and-print.ts'

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
  exposure,
  haze,
  cast,
  legibility,
  documentTypeTable,
  pages,
  printed,
  zoneAndPrint,
  screenshots,
  recaptures,
  edits,
  enlarged,
  compressed,
  duplicates,
  ...faceTables,
  mrz,
]
