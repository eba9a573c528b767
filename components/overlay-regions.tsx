import type { CheckGroup, Finding } from '#lib/domain/finding'
import { formatComparison } from '#lib/domain/format'
import type { OverlayKind } from '#lib/domain/overlay-colours'
import { overlayKindOf } from '#lib/domain/overlay-kind'
import type { ReasonCode } from '#lib/domain/reasons'
import { reasons } from '#lib/domain/reasons'
import type { Point } from '#lib/domain/region'
import type { TellingValue } from '#lib/domain/telling-value'
import { overlayKinds } from './overlay-kinds.ts'

/** A finding with what the screens need beside it: its id, and the title its check has for this outcome. */
export interface FindingView
  extends Pick<
    Finding,
    'check' | 'outcome' | 'score' | 'value' | 'unit' | 'threshold' | 'summary' | 'reasons' | 'regions'
  > {
  id: string
  title: string
  /** The value that explains its outcome; that of the whole where left out. */
  telling?: TellingValue
  /** What its check looks at; null where the check is no longer there. */
  group: CheckGroup | null
}

/** A place a person drew, and who it was. */
export interface DrawnRegion {
  id: string
  points: readonly Point[]
  comment: string | null
  reason: ReasonCode | null
  drawnBy: string
  drawnAt: Date
  /** Whether the viewer may take it back. */
  mine: boolean
}

/** A person's word that a finding is wrong. */
export interface WrongMark {
  findingId: string
  note: string | null
  markedBy: string
  markedAt: Date
  mine: boolean
}

/** One polygon to draw, in fractions of the upright picture. */
export interface OverlayRegion {
  id: string
  /** The finding it belongs to; a drawn region stands for itself. */
  findingId: string
  kind: OverlayKind
  points: readonly Point[]
  /** Like `Blur 41 < 110`; with a question mark where the check could not tell. */
  label: string
  /** Where nothing is wrong: drawn only while its finding is pointed at. */
  quiet: boolean
  /** A person holds its finding for wrong. */
  wrong?: boolean
}

/** Every region of these findings and those people drew, ready to draw, the largest first so that small ones lie on top. */
export function overlayRegions(
  findings: readonly FindingView[],
  drawn: readonly DrawnRegion[] = [],
  marks: readonly Pick<WrongMark, 'findingId'>[] = [],
): OverlayRegion[] {
  const wrong = new Set(marks.map(({ findingId }) => findingId))
  return [...findings.flatMap((finding) => regionsOf(finding, wrong.has(finding.id))), ...drawn.map(drawnRegion)].sort(
    (a, b) => area(b.points) - area(a.points),
  )
}

function regionsOf(finding: FindingView, wrong: boolean): OverlayRegion[] {
  const kind = overlayKindOf(finding.check, finding.group)
  const doubt = finding.outcome === 'inconclusive' ? '?' : ''
  const quiet = finding.outcome === 'pass' || finding.outcome === 'not_applicable'
  return finding.regions.map((region, index) => {
    const value = region.value ?? finding.value
    const measure = value === null ? '' : ` ${formatComparison(value, finding.threshold, finding.unit)}`
    const label = `${overlayKinds[kind].title}${doubt}${measure}${wrong ? ', marked wrong' : ''}`
    return { id: `${finding.id}:${index}`, findingId: finding.id, kind, points: region.points, label, quiet, wrong }
  })
}

/** Longest comment a label shows; the list has all of it. */
const shownComment = 40

function drawnRegion({ id, points, comment, reason }: DrawnRegion): OverlayRegion {
  const words = comment ?? (reason ? reasons[reason].title : 'Drawn')
  const label = words.length > shownComment ? `${words.slice(0, shownComment)}…` : words
  return { id, findingId: id, kind: 'drawn', points, label, quiet: false, wrong: false }
}

/** Area of a polygon in fractions of the picture (shoelace formula). */
function area(points: readonly Point[]): number {
  const doubled = points.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length]!
    return sum + x * nextY - nextX * y
  }, 0)
  return Math.abs(doubled) / 2
}
