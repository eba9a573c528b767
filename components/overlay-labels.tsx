import { boundingBox, type OutlinePoint } from '#lib/domain/region'
import { type Matrix, project, type Size } from './capture-geometry.ts'
import { placeLabels } from './place-labels.ts'

export interface OverlayLabel {
  id: string
  text: string
  colour: string
  points: readonly OutlinePoint[]
}

/** Words beside places on the picture, in their own size at every zoom. Those that find no room are left out; put the important ones first. */
export function OverlayLabels({
  labels,
  matrix,
  stage,
}: {
  labels: readonly OverlayLabel[]
  matrix: Matrix
  stage: Size
}) {
  const colours = new Map(labels.map(({ id, colour }) => [id, colour]))
  const wanted = labels.map(({ id, text, points }) => ({
    id,
    text,
    target: boundingBox(points.map((point) => project(point, matrix))),
  }))
  return placeLabels(wanted, stage).map(({ id, text, x, y, width, height }) => (
    <g key={id} transform={`translate(${x} ${y})`}>
      <rect width={width} height={height} rx={3} fill="#0b0d12" fillOpacity={0.86} />
      <rect width={3} height={height} rx={1.5} fill={colours.get(id)} />
      <text x={7} y={14} fontSize={11} fill="#fff" className="font-mono">
        {text}
      </text>
    </g>
  ))
}
