import type { CheckGroup } from './finding.ts'
import type { OverlayKind } from './overlay-colours.ts'

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
