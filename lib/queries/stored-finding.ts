import type { Finding as FindingRow, Region as RegionRow } from '#lib/db/generated/client'
import type { Finding, Json } from '#lib/domain/finding'
import type { ReasonCode } from '#lib/domain/reasons'
import type { Point } from '#lib/domain/region'

/** A finding as it was stored, in the shape the checks gave it. */
export function storedFinding({ regions, ...row }: FindingRow & { regions: RegionRow[] }): Finding & { id: string } {
  const { id, check, version, outcome, score, value, unit, threshold, summary } = row
  return {
    id,
    check,
    version,
    outcome,
    score,
    value,
    unit,
    threshold,
    thresholds: row.thresholds as Record<string, number>,
    summary,
    reasons: row.reasons as ReasonCode[],
    regions: regions.map((region) => ({ points: region.points as Point[], value: region.value })),
    detail: row.detail as Record<string, Json>,
  }
}
