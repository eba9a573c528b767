import type { CheckGroup, Finding } from '#lib/domain/finding'
import { formatComparison } from '#lib/domain/format'
import type { Point } from '#lib/domain/region'
import { type OverlayKind, overlayKindOf, overlayKinds } from './overlay-kinds.ts'

/** A finding with what the screens need beside it: its id, and the title its check has for this outcome. */
export interface FindingView
  extends Pick<
    Finding,
    'check' | 'outcome' | 'score' | 'value' | 'unit' | 'threshold' | 'summary' | 'reasons' | 'regions'
  > {
  id: string
  title: string
  /** What its check looks at; null where the check is no longer there. */
  group: CheckGroup | null
}

/** One polygon to draw, in fractions of the upright picture. */
export interface OverlayRegion {
  id: string
  findingId: string
  kind: OverlayKind
  points: readonly Point[]
  /** Like `Blur 41 < 110`; with a question mark where the check could not tell. */
  label: string
  /** Where nothing is wrong: drawn only while its finding is pointed at. */
  quiet: boolean
}

/** Every region of these findings, ready to draw, the largest first so that small ones lie on top. */
export function overlayRegions(findings: readonly FindingView[]): OverlayRegion[] {
  return findings
    .flatMap((finding) =>
      finding.regions.map((region, index) => {
        const kind = overlayKindOf(finding.check, finding.group)
        const value = region.value ?? finding.value
        const measure = value === null ? '' : ` ${formatComparison(value, finding.threshold, finding.unit)}`
        const doubt = finding.outcome === 'inconclusive' ? '?' : ''
        const label = `${overlayKinds[kind].title}${doubt}${measure}`
        const quiet = finding.outcome === 'pass' || finding.outcome === 'not_applicable'
        return { id: `${finding.id}:${index}`, findingId: finding.id, kind, points: region.points, label, quiet }
      }),
    )
    .sort((a, b) => area(b.points) - area(a.points))
}

/** Area of a polygon in fractions of the picture (shoelace formula). */
function area(points: readonly Point[]): number {
  const doubled = points.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length]!
    return sum + x * nextY - nextX * y
  }, 0)
  return Math.abs(doubled) / 2
}
