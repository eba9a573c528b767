import { type OverlayKind, overlayColours } from '#lib/domain/overlay-colours'

/** How one kind of region is drawn. Kinds differ in colour, in line and in fill, so that no one has to tell colours apart. */
export interface OverlayLook {
  title: string
  colour: string
  /** SVG stroke-dasharray in screen pixels; undefined is a full line. */
  dash?: string
  fill: 'hatch' | 'dots' | 'rows' | 'cross' | 'none'
}

const looks: Record<OverlayKind, Omit<OverlayLook, 'colour'>> = {
  blur: { title: 'Blur', dash: '7 4', fill: 'hatch' },
  glare: { title: 'Glare', fill: 'dots' },
  exposure: { title: 'Light', dash: '2 3', fill: 'rows' },
  framing: { title: 'Framing', dash: '12 4 2 4', fill: 'cross' },
  face: { title: 'Face', dash: '10 3', fill: 'none' },
  text: { title: 'Text', dash: '4 2', fill: 'none' },
  origin: { title: 'Origin', dash: '1 4', fill: 'rows' },
  drawn: { title: 'Drawn', fill: 'none' },
  other: { title: 'Other', dash: '5 5', fill: 'none' },
}

export const overlayKinds = Object.fromEntries(
  Object.entries(looks).map(([kind, look]) => [kind, { ...look, colour: overlayColours[kind as OverlayKind] }]),
) as Record<OverlayKind, OverlayLook>
