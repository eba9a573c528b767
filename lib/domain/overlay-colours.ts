/** Colours of what is drawn on pictures, bright on any photo; a dark casing goes under every line. */
export const overlayColours = {
  blur: '#4cc9ff',
  glare: '#ffd83d',
  exposure: '#f18bff',
  framing: '#ff9457',
  face: '#b9a5ff',
  text: '#8ef0d0',
  origin: '#ff7aa8',
  drawn: '#d7ff3e',
  other: '#ffffff',
} as const

export type OverlayKind = keyof typeof overlayColours

/** The document's outline is context, not a problem. */
export const outlineColour = '#6dee92'
