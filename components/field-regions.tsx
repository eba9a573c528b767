import { type DocumentField, type DocumentFieldName, documentFieldTitle } from '#lib/domain/document-field'
import { clampPoint } from '#lib/domain/region'
import type { OverlayRegion } from './overlay-regions.tsx'

/** What a field goes by where findings go by their id: pointing at either lights its regions. */
export function fieldKey(name: DocumentFieldName): string {
  return `field:${name}`
}

export interface FieldRegionOptions {
  captureId: string
  /** Draw them only while their field is pointed at. */
  quiet: boolean
  /** What is pointed at: of all the fields only that one says what it is, or the labels would hide the print. */
  activeKey: string | null
}

/** Where the fields of a document were read on one capture, to be drawn beside its findings' regions. */
export function fieldRegions(fields: readonly DocumentField[], options: FieldRegionOptions): OverlayRegion[] {
  const { captureId, quiet, activeKey } = options
  return fields.flatMap(({ name, sources }) =>
    sources.flatMap(({ source, place, confidence, captureId: own }) => {
      if (!place || own !== captureId) return []
      const share = confidence === null ? '' : ` ${Math.round(100 * confidence)}%`
      const label = activeKey === fieldKey(name) ? `${documentFieldTitle[name]}${share}` : ''
      const points = place.map(clampPoint)
      return [
        { id: `${fieldKey(name)}:${source}`, findingId: fieldKey(name), kind: 'text' as const, points, label, quiet },
      ]
    }),
  )
}
