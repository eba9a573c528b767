import type { CaptureKind } from '#lib/domain/capture'
import type { Outline } from '#lib/domain/region'
import { mapPoint, type UnitBox, unitSquareTo } from './rectify.ts'

export type DocumentZone = 'mrz' | 'portrait'

/** In fractions of the document: ICAO Doc 9303-4 (ID-3: an MRZ of 23.2 on 88 mm) and 9303-5 (ID-1: 23.2 on 53.98 mm), portraits on the left. */
const layout: Partial<Record<CaptureKind, Partial<Record<DocumentZone, UnitBox>>>> = {
  passport_page: { mrz: [0, 0.74, 1, 1], portrait: [0.02, 0.2, 0.36, 0.74] },
  id_front: { portrait: [0.03, 0.2, 0.36, 0.95] },
  id_back: { mrz: [0, 0.57, 1, 1] },
}

/**
 * Where a document's zones lie in the picture by its layout, as four corners each. Nothing where it stands on end: which of its
 * sides is up can't be told from an outline.
 */
export function documentZones(
  kind: CaptureKind,
  outline: Outline,
  { width, height }: { width: number; height: number },
): { zone: DocumentZone; place: Outline }[] {
  const length = (from: number, to: number) =>
    Math.hypot((outline[to]![0] - outline[from]![0]) * width, (outline[to]![1] - outline[from]![1]) * height)
  if (length(0, 1) < length(1, 2)) return []
  const map = unitSquareTo(outline)
  return Object.entries(layout[kind] ?? {}).map(([zone, [left, top, right, bottom]]) => ({
    zone: zone as DocumentZone,
    place: [
      mapPoint(map, [left, top]),
      mapPoint(map, [right, top]),
      mapPoint(map, [right, bottom]),
      mapPoint(map, [left, bottom]),
    ] as const,
  }))
}
