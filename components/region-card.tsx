import { formatMeasure } from '#lib/domain/format'
import { overlayKindOf } from '#lib/domain/overlay-kind'
import { type ReasonCode, reasons } from '#lib/domain/reasons'
import { boundingBox } from '#lib/domain/region'
import { type Matrix, project, type Size } from './capture-geometry.ts'
import { overlayKinds } from './overlay-kinds.ts'
import type { DrawnRegion, FindingView, OverlayRegion, WrongMark } from './overlay-regions.tsx'

/** What the customer is told for a reason, in their language. */
export type ToldWording = { title: string; advice: string }

export interface RegionCardProps {
  /** What is pointed at. */
  subject: { finding: FindingView; mark: WrongMark | undefined } | { drawn: DrawnRegion }
  told: Partial<Record<ReasonCode, ToldWording>>
  /** BCP 47 tag of that language. */
  languageCode: string
  /** The regions on the picture, to keep out of their way. */
  regions: readonly OverlayRegion[]
  matrix: Matrix
  stage: Size
}

/** Names the finding pointed at in the list too: the row refers to it. */
export const regionCardId = 'region-card'

/** What a region says, in the corner of the stage away from it: value, threshold, check, and what the customer will be told. */
export function RegionCard({ subject, told, languageCode, regions, matrix, stage }: RegionCardProps) {
  const id = 'drawn' in subject ? subject.drawn.id : subject.finding.id
  const box = boundingBox(
    regions.flatMap(({ findingId, points }) => (findingId === id ? points.map((point) => project(point, matrix)) : [])),
  )
  const isLeft = (box[0] + box[2]) / 2 > stage.width / 2
  const isTop = (box[1] + box[3]) / 2 > stage.height / 2
  return (
    <div
      id={regionCardId}
      data-testid="region-card"
      className={`pointer-events-none absolute z-10 grid max-w-80 gap-1.5 rounded-md border border-border bg-popover px-3 py-2 text-[0.8125rem] shadow-raised ${isLeft ? 'left-3' : 'right-3'} ${isTop ? 'top-3' : 'bottom-3'}`}
    >
      {'drawn' in subject ? (
        <DrawnWords {...subject.drawn} />
      ) : (
        <FindingWords {...subject} told={told} languageCode={languageCode} />
      )}
    </div>
  )
}

function DrawnWords({ comment, reason, drawnBy }: DrawnRegion) {
  return (
    <>
      <Heading colour={overlayKinds.drawn.colour}>{reason ? reasons[reason].title : 'Drawn region'}</Heading>
      {comment && <p className="whitespace-pre-line">{comment}</p>}
      <p className="text-xs text-muted-foreground">Drawn by {drawnBy}</p>
    </>
  )
}

interface FindingWordsProps extends Pick<RegionCardProps, 'told' | 'languageCode'> {
  finding: FindingView
  mark: WrongMark | undefined
}

function FindingWords({ finding, mark, told, languageCode }: FindingWordsProps) {
  const { title, check, group, value, threshold, unit, reasons: codes, outcome } = finding
  const wordings = outcome === 'pass' ? [] : codes.flatMap((code) => told[code] ?? [])
  return (
    <>
      <Heading colour={overlayKinds[overlayKindOf(check, group)].colour}>{title}</Heading>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 font-mono text-xs">
        {value !== null && <Row term="Value">{formatMeasure(value, unit)}</Row>}
        {threshold !== null && <Row term="Threshold">{formatMeasure(threshold, unit)}</Row>}
        <Row term="Check">{check}</Row>
      </dl>
      {mark && <p className="text-xs text-warning">Marked as wrong by {mark.markedBy}</p>}
      {wordings.length > 0 && (
        <div className="border-t border-border pt-1.5">
          <p className="text-xs text-muted-foreground">The customer would be told</p>
          {wordings.map((wording) => (
            <p key={wording.title} lang={languageCode}>
              <span className="font-medium">{wording.title}.</span> {wording.advice}
            </p>
          ))}
        </div>
      )}
    </>
  )
}

function Heading({ colour, children }: { colour: string; children: string }) {
  return (
    <p className="flex items-center gap-2 font-medium">
      <svg aria-hidden viewBox="0 0 10 10" className="size-2.5 shrink-0">
        <rect width={10} height={10} rx={2} fill="#22262e" />
        <rect x={2} y={2} width={6} height={6} rx={1} fill={colour} />
      </svg>
      {children}
    </p>
  )
}

function Row({ term, children }: { term: string; children: string }) {
  return (
    <>
      <dt className="text-muted-foreground">{term}</dt>
      <dd>{children}</dd>
    </>
  )
}
