import type { Finding } from '#lib/domain/finding'
import type { ReasonCode } from '#lib/domain/reasons'
import type { Point } from '#lib/domain/region'
import { mergedHulls } from '#lib/pixels/merged-hulls'

/** What a look at a photo gave: why it may not be good enough and where; no reasons where it looks good. */
export interface PhotoLook {
  reasons: ReasonCode[]
  /** Round the places, each check's own. */
  rings: Point[][]
  /** Of the upright copy that was looked at. */
  widthPx: number
  heightPx: number
}

/**
 * What to tell a customer of the findings on their photo. Null where nothing should be said: a check broke or nothing could be
 * judged, or no document was made out, as in every selfie (no look here looks for a face), and then "looks good" would promise too much.
 */
export function photoLook(
  findings: readonly Finding[],
  { widthPx, heightPx }: Pick<PhotoLook, 'widthPx' | 'heightPx'>,
): PhotoLook | null {
  const failed = findings.filter(({ outcome }) => outcome === 'fail')
  const isTold = failed.length > 0 || (findings.some(({ outcome }) => outcome === 'pass') && !findings.some(isOpen))
  if (!isTold) return null
  const reasons = [...new Set(failed.flatMap((finding) => finding.reasons))]
  const rings = failed.flatMap(({ regions }) => mergedHulls(regions.map(({ points }) => points)))
  return { reasons, rings, widthPx, heightPx }
}

function isOpen({ check, outcome }: Finding): boolean {
  return outcome === 'error' || (check === 'cropping' && (outcome === 'inconclusive' || outcome === 'not_applicable'))
}
