import { checkOf, isCheckId } from '#lib/checks/registry'
import type { Finding } from '#lib/domain/finding'
import { formatComparison } from '#lib/domain/format'
import { outlineColour, overlayColours } from '#lib/domain/overlay-colours'
import { overlayKindOf } from '#lib/domain/overlay-kind'
import { boundingBox, type OutlinePoint, type Region } from '#lib/domain/region'
import type { Derivative } from '#lib/imaging/derive-views'
import { drawOnPicture } from '#lib/imaging/draw-on-picture'
import { glyphText } from '#specimens/glyphs/glyph-text'

/** The colour its kind of region has on the review page. */
function colourOf(check: string): string {
  return overlayColours[overlayKindOf(check, isCheckId(check) ? checkOf(check).group : null)]
}

interface Canvas {
  width: number
  height: number
  /** Width of a line in pixels; letters and gaps follow from it. */
  line: number
}

function polygon(
  points: readonly OutlinePoint[],
  { width, height, line }: Canvas,
  colour: string,
  fill: number,
): string {
  const path = points.map(([x, y]) => `${(x * width).toFixed(1)},${(y * height).toFixed(1)}`).join(' ')
  const shape = (stroke: string, weight: number) =>
    `<polygon points="${path}" fill="${colour}" fill-opacity="${fill}" stroke="${stroke}" stroke-width="${weight}" stroke-linejoin="round"/>`
  return shape('#000', 2 * line) + shape(colour, line)
}

interface Label {
  text: string
  colour: string
  /** Where its lower left corner would like to be. */
  x: number
  y: number
}

interface Box {
  left: number
  top: number
  width: number
  height: number
}

function overlap(a: Box, b: Box): boolean {
  const apart = a.left + a.width <= b.left || b.left + b.width <= a.left
  return !apart && a.top < b.top + b.height && b.top < a.top + a.height
}

/** Labels on dark plates inside the picture, each moved down until it covers no earlier one. */
function drawLabels(labels: readonly Label[], { width, height, line }: Canvas): string {
  const size = 7 * line
  const placed: Box[] = []
  const drawn = labels.map(({ text, colour, x, y }) => {
    const plate = { left: 0, top: 0, width: text.length * size * 0.58 + size, height: size * 1.5 }
    plate.left = Math.max(0, Math.min(x, width - plate.width))
    plate.top = Math.max(0, Math.min(y - plate.height, height - plate.height))
    while (placed.some((other) => overlap(plate, other))) plate.top += plate.height + 1
    placed.push(plate)
    const { left, top } = plate
    const letters = glyphText('sans-bold', text, { x: left + size / 2, y: top + size * 1.1, size, fill: colour })
    return `<rect x="${left}" y="${top}" width="${plate.width}" height="${plate.height}" rx="${line}" fill="#000" fill-opacity="0.75"/>${letters}`
  })
  return drawn.join('')
}

function labelOf({ check, value, threshold, unit }: Finding, region: Region, canvas: Canvas): Label {
  const measured = region.value ?? value
  const comparison = measured === null ? '' : ` ${formatComparison(measured, threshold, unit)}`
  const [left, top] = boundingBox(region.points)
  // The letters we draw with have no multiplication sign.
  const text = `${check}${comparison}`.replaceAll('×', 'x')
  return { text, colour: colourOf(check), x: left * canvas.width, y: top * canvas.height - canvas.line }
}

/** The document's outline as the check `cropping` reports it. */
function drawOutline(findings: readonly Finding[], canvas: Canvas): string {
  const outline = findings.find(({ check }) => check === 'cropping')?.detail.outline
  return Array.isArray(outline) ? polygon(outline as unknown as OutlinePoint[], canvas, outlineColour, 0) : ''
}

/** The picture as a reviewer sees it, a JPEG: document outline, and every region with its value against the threshold. */
export function markedPicture(
  { bytes, widthPx: width, heightPx: height }: Derivative,
  findings: readonly Finding[],
): Promise<Uint8Array> {
  const canvas = { width, height, line: Math.max(1, Math.round(Math.max(width, height) / 500)) }
  const regions = findings.flatMap((finding) => finding.regions.map((region) => ({ finding, region })))
  const shapes = regions.map(({ finding, region }) => polygon(region.points, canvas, colourOf(finding.check), 0.1))
  const labels = regions.map(({ finding, region }) => labelOf(finding, region, canvas))
  const drawing = drawOutline(findings, canvas) + shapes.join('') + drawLabels(labels, canvas)
  return drawOnPicture(
    bytes,
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${drawing}</svg>`,
  )
}
