import type { CheckGroup } from '#lib/domain/finding'

/** How one kind of region is drawn. Kinds differ in colour, in line and in fill, so that no one has to tell colours apart. */
export interface OverlayLook {
  title: string
  /** Bright on any photo; a dark casing is drawn under every line. */
  colour: string
  /** SVG stroke-dasharray in screen pixels; undefined is a full line. */
  dash?: string
  fill: 'hatch' | 'dots' | 'rows' | 'cross' | 'none'
}

export const overlayKinds = {
  blur: { title: 'Blur', colour: '#4cc9ff', dash: '7 4', fill: 'hatch' },
  glare: { title: 'Glare', colour: '#ffd83d', fill: 'dots' },
  exposure: { title: 'Light', colour: '#f18bff', dash: '2 3', fill: 'rows' },
  framing: { title: 'Framing', colour: '#ff9457', dash: '12 4 2 4', fill: 'cross' },
  face: { title: 'Face', colour: '#b9a5ff', dash: '10 3', fill: 'none' },
  text: { title: 'Text', colour: '#8ef0d0', dash: '4 2', fill: 'none' },
  origin: { title: 'Origin', colour: '#ff7aa8', dash: '1 4', fill: 'rows' },
  other: { title: 'Other', colour: '#ffffff', dash: '5 5', fill: 'none' },
} as const satisfies Record<string, OverlayLook>

export type OverlayKind = keyof typeof overlayKinds

/** The document outline is context, not a problem: a thin green line of its own. */
export const outlineColour = '#6dee92'

/** Checks of the picture each have a look of their own; all others go by what they look at. */
const kindOfCheck: Record<string, OverlayKind> = {
  sharpness: 'blur',
  haze: 'blur',
  glare: 'glare',
  exposure: 'exposure',
  'colour-cast': 'exposure',
}

const kindOfGroup: Record<CheckGroup, OverlayKind> = {
  file: 'other',
  picture: 'other',
  frame: 'framing',
  content: 'text',
  origin: 'origin',
  person: 'face',
}

/** The kind a check's regions are drawn as; `group` is null for checks that are no longer there. */
export function overlayKindOf(check: string, group: CheckGroup | null): OverlayKind {
  return kindOfCheck[check] ?? (group ? kindOfGroup[group] : 'other')
}
