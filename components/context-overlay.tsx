import { memo } from 'react'
import { outlineColour, overlayColours } from '#lib/domain/overlay-colours'
import type { Outline, OutlinePoint } from '#lib/domain/region'
import { type ContextLayer, confidenceLook, type OverlayContext, type ReadPlace } from './overlay-context.tsx'

export interface ContextOverlayProps {
  context: OverlayContext
  shown: ReadonlySet<ContextLayer>
}

/** What the checks saw, as thin lines in the picture's fractions; memoised, since panning changes only the matrix around it. */
export const ContextOverlay = memo(function ContextOverlay({ context, shown }: ContextOverlayProps) {
  const { outline, words, fields, landmarks } = context
  return (
    <g fill="none" strokeLinejoin="round">
      {shown.has('words') && <ReadPlaces places={words} />}
      {shown.has('fields') && <ReadPlaces places={fields} />}
      {shown.has('landmarks') && landmarks.map((line) => <Line key={line[0]!.join()} points={line} />)}
      {shown.has('outline') && outline && <OutlineShape outline={outline} />}
    </g>
  )
})

function ReadPlaces({ places }: { places: readonly ReadPlace[] }) {
  return places.map(({ points, confidence }) => {
    const { colour, dash } = confidenceLook(confidence)
    const corners = pointsAttribute(points)
    return (
      <g key={corners}>
        <polygon points={corners} stroke="#000" strokeOpacity={0.5} strokeWidth={3} vectorEffect="non-scaling-stroke" />
        <polygon
          points={corners}
          stroke={colour}
          strokeWidth={1.25}
          strokeDasharray={dash}
          vectorEffect="non-scaling-stroke"
        />
      </g>
    )
  })
}

function Line({ points }: { points: readonly OutlinePoint[] }) {
  return (
    <>
      <polyline
        points={pointsAttribute(points)}
        stroke="#000"
        strokeOpacity={0.4}
        strokeWidth={2.5}
        vectorEffect="non-scaling-stroke"
      />
      <polyline
        points={pointsAttribute(points)}
        stroke={overlayColours.face}
        strokeWidth={1}
        vectorEffect="non-scaling-stroke"
      />
    </>
  )
}

function OutlineShape({ outline }: { outline: Outline }) {
  const points = pointsAttribute(outline)
  return (
    <>
      <polygon points={points} stroke="#000" strokeOpacity={0.5} strokeWidth={3} vectorEffect="non-scaling-stroke" />
      <polygon points={points} stroke={outlineColour} strokeWidth={1.25} vectorEffect="non-scaling-stroke" />
      {outline.map((corner) => (
        <Corner key={corner.join()} at={corner} />
      ))}
    </>
  )
}

/** A dot on each corner; one that the picture doesn't show is marked where the document leaves it. */
function Corner({ at: [x, y] }: { at: OutlinePoint }) {
  const isMissing = x <= 0 || y <= 0 || x >= 1 || y >= 1
  const [shownX, shownY] = [x, y].map((part) => Math.min(1, Math.max(0, part)))
  const dot = `M${shownX} ${shownY}h0`
  return (
    <g strokeLinecap={isMissing ? 'square' : 'round'} data-corner={isMissing ? 'missing' : 'found'}>
      <path d={dot} stroke="#000" strokeWidth={isMissing ? 14 : 9} vectorEffect="non-scaling-stroke" />
      <path
        d={dot}
        stroke={isMissing ? overlayColours.framing : outlineColour}
        strokeWidth={isMissing ? 9 : 5}
        vectorEffect="non-scaling-stroke"
      />
    </g>
  )
}

function pointsAttribute(points: readonly OutlinePoint[]): string {
  return points.map((point) => point.join(',')).join(' ')
}
