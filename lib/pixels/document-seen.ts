import type { Picture } from '#lib/domain/artifacts'
import type { Outline } from '#lib/domain/region'
import { documentMap } from './document-map.ts'
import { isShapedAsDocument, searchSidePx } from './document-outline.ts'
import { mapEvidence } from './map-evidence.ts'
import type { Quad } from './quad.ts'
import { factorTo, shrinkPicture } from './shrink.ts'

export interface DocumentSeen {
  /** The highest chance of a document anywhere, 0..1. */
  most: number
  /** How well the outline fits what is seen, from −1 to 2 for a document's own (`mapEvidence`); 0 without one. */
  fit: number
}

/** What the document map says of a whole picture and of an outline in it; null for scans, of which it knows nothing. */
export function documentSeen(picture: Picture, outline: Outline | null): DocumentSeen | null {
  const small = shrinkPicture(picture, factorTo(searchSidePx, picture))
  if (isShapedAsDocument(small)) return null
  const map = documentMap(small)
  const corners = outline?.map(([x, y]) => [x * small.width - 0.5, y * small.height - 0.5]) as Quad | undefined
  return {
    most: map.inside.reduce((most, chance) => Math.max(most, chance), 0),
    fit: corners ? mapEvidence(map, small, corners) : 0,
  }
}
