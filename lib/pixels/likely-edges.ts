import type { Gradient } from './colour-gradient.ts'
import type { DocumentMap } from './document-map.ts'
import { type EdgeMap, leastGradient, ridgesOf } from './edge-map.ts'

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
  const strength = new Float32Array(magnitude.length)
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.floor(((y + 0.5) / height) * map.height) * map.width
    for (let x = 0; x < width; x++, i++) {
      const m = magnitude[i]!
      if (m < leastGradient) continue
      const share = leastShare + (1 - leastShare) * Math.min(1, map.sides[row + columns[x]!]! / fullFrom)
      strength[i] = (share * m * m) / (m * m + halfAt * halfAt)
    }
  }
  return { ...gradient, strength, ridge: ridgesOf(gradient, strength) }
}
