import type { Gradient } from './colour-gradient.ts'
import type { DocumentMap } from './document-map.ts'
import { type EdgeMap, edgesOf } from './edge-map.ts'

/** Gradient, in levels per pixel, at which an edge counts half: that of a faint side on a table of its own colour. */
const halfAt = 3
/** What an edge still counts where the document map sees no side. */
const leastShare = 0.05
/** Chance of a side from which an edge counts in full. */
const fullFrom = 0.5

/**
 * Edges by their own strength and by the chance that the document map sees a side there: however strong the lines of cloth and
 * print around, the document's remain. Of ten ways measured (docs/decisions/042) the one that finds most.
 */
export function likelyEdges(gradient: Gradient, map: DocumentMap): EdgeMap {
  const { width, height, magnitude } = gradient
  const columns = Int32Array.from({ length: width }, (_, x) => Math.floor(((x + 0.5) / width) * map.width))
  const rows = Int32Array.from({ length: height }, (_, y) => Math.floor(((y + 0.5) / height) * map.height) * map.width)
  return edgesOf(gradient, (i) => {
    const y = Math.floor(i / width)
    const chance = map.sides[rows[y]! + columns[i - y * width]!]!
    const share = leastShare + (1 - leastShare) * Math.min(1, chance / fullFrom)
    const m = magnitude[i]! * magnitude[i]!
    return (share * m) / (m + halfAt * halfAt)
  })
}
