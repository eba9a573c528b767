import { memo, useId } from 'react'
import type { OverlayKind } from '#lib/domain/overlay-colours'
import type { Matrix, Size } from './capture-geometry.ts'
import { ContextOverlay } from './context-overlay.tsx'
import { HeatMap } from './heat-map.tsx'
import { type ContextLayer, confidenceLook, type OverlayContext } from './overlay-context.tsx'
import { type OverlayLook, overlayKinds } from './overlay-kinds.ts'
import { type OverlayLabel, OverlayLabels } from './overlay-labels.tsx'
import type { OverlayRegion } from './overlay-regions.tsx'

export interface RegionOverlayProps {
  regions: readonly OverlayRegion[]
  context: OverlayContext
  /** Layers of the context that are on. */
  shown: ReadonlySet<ContextLayer>
  /** Of shapes and maps, 0..1; labels stay legible. */
  opacity: number
  /** From fractions of the upright picture to stage pixels (`fractionMatrix`). */
  matrix: Matrix
  stage: Size
  activeFindingId: string | null
  onActiveFindingChange: (findingId: string | null) => void
}

/** More labels than these hide the picture; the rest speak up when their finding is pointed at. */
const maxLabels = 10
const maxLabelsPerFinding = 2

/**
 * Regions over a picture. Shapes live in a 0..1 space and go through the picture's own matrix, so they lie on it exactly at
 * any zoom and rotation; lines and labels keep their size on screen. Hidden from screen readers: the list of findings says it all.
 */
export function RegionOverlay(props: RegionOverlayProps) {
  const { regions, context, shown, opacity, matrix, stage, activeFindingId, onActiveFindingChange } = props
  const idPrefix = useId()
  return (
    <>
      {shown.has('heat') && <HeatMap heat={context.heat} {...{ matrix, opacity }} />}
      <svg
        aria-hidden
        data-testid="region-overlay"
        viewBox={`0 0 ${stage.width} ${stage.height}`}
        className="pointer-events-none absolute inset-0 size-full overflow-visible"
      >
        <FillPatterns idPrefix={idPrefix} matrix={matrix} />
        <g transform={`matrix(${matrix.join(' ')})`} opacity={opacity}>
          <ContextOverlay context={context} shown={shown} />
          <RegionShapes {...{ regions, idPrefix, activeFindingId, onActiveFindingChange }} />
        </g>
        <OverlayLabels labels={labelsOf(props)} matrix={matrix} stage={stage} />
      </svg>
    </>
  )
}

interface RegionShapesProps extends Pick<RegionOverlayProps, 'regions' | 'activeFindingId' | 'onActiveFindingChange'> {
  idPrefix: string
}

/** Apart and memoised: panning and zooming change the matrix around it, not the shapes. */
const RegionShapes = memo(function RegionShapes(props: RegionShapesProps) {
  const { regions, idPrefix, activeFindingId, onActiveFindingChange } = props
  return regions.map((region) => {
    const look = overlayKinds[region.kind]
    const points = region.points.map((point) => point.join(',')).join(' ')
    const active = region.findingId === activeFindingId
    const faded = (activeFindingId && !active) || (region.wrong && !active)
    return (
      <g
        key={region.id}
        data-region={region.id}
        data-active={active || undefined}
        opacity={faded ? 0.35 : 1}
        className="pointer-events-auto"
        strokeLinejoin="round"
        onPointerEnter={() => onActiveFindingChange(region.findingId)}
        onPointerLeave={() => onActiveFindingChange(null)}
      >
        <polygon
          points={points}
          fill={look.fill === 'none' || region.wrong ? 'transparent' : `url(#${idPrefix}${region.kind})`}
          stroke="#000"
          strokeOpacity={0.6}
          strokeWidth={active ? 6 : 4}
          vectorEffect="non-scaling-stroke"
        />
        <polygon
          points={points}
          fill="none"
          stroke={look.colour}
          strokeWidth={active ? 3.5 : 2}
          strokeDasharray={look.dash}
          vectorEffect="non-scaling-stroke"
        />
      </g>
    )
  })
})

function labelsOf({ regions, context, shown, activeFindingId }: RegionOverlayProps): OverlayLabel[] {
  const ofRegions = regions
    .filter(({ label }) => label)
    .filter((region, index) =>
      activeFindingId ? region.findingId === activeFindingId : placeInFinding(regions, index) < maxLabelsPerFinding,
    )
    .map(({ id, label, kind, points }) => ({ id, text: label, colour: overlayKinds[kind].colour, points }))
  if (!shown.has('fields') || activeFindingId) return ofRegions.slice(0, maxLabels)
  const ofFields = context.fields.map(({ label, confidence, points }) => ({
    id: `field ${label}`,
    text: label ?? '',
    colour: confidenceLook(confidence).colour,
    points,
  }))
  return [...ofFields, ...ofRegions].slice(0, ofFields.length + maxLabels)
}

/** How many regions of the same finding come before this one. */
function placeInFinding(regions: readonly OverlayRegion[], index: number): number {
  return regions.slice(0, index).filter(({ findingId }) => findingId === regions[index]!.findingId).length
}

/** The fills, undone by the picture's zoom and rotation so that they look the same at every scale, yet move with it. */
function FillPatterns({ idPrefix, matrix: [a, b, c, d] }: { idPrefix: string; matrix: Matrix }) {
  const determinant = a * d - b * c
  const inverse = [d, -b, -c, a].map((entry) => entry / determinant).join(' ')
  return (
    <defs>
      {(Object.entries(overlayKinds) as [OverlayKind, OverlayLook][]).map(([kind, { fill, colour }]) => (
        <pattern
          key={kind}
          id={`${idPrefix}${kind}`}
          width={8}
          height={8}
          patternUnits="userSpaceOnUse"
          patternTransform={`matrix(${inverse} 0 0)`}
        >
          <PatternTile fill={fill} colour={colour} />
        </pattern>
      ))}
    </defs>
  )
}

/** One 8 × 8 tile; also the swatch in the legend. */
export function PatternTile({ fill, colour }: { fill: OverlayLook['fill']; colour: string }) {
  const paths: Record<OverlayLook['fill'], string> = {
    hatch: 'M-2 2 2-2M0 8 8 0M6 10 10 6',
    rows: 'M0 2H8M0 6H8',
    cross: 'M0 4H8M4 0V8',
    dots: 'M2 2h.01M6 6h.01',
    none: '',
  }
  return (
    <>
      <rect width={8} height={8} fill={colour} fillOpacity={fill === 'none' ? 0 : 0.12} />
      <path
        d={paths[fill]}
        stroke={colour}
        strokeOpacity={0.65}
        strokeWidth={fill === 'dots' ? 2 : 1}
        strokeLinecap="round"
      />
    </>
  )
}
