import type { CaptureKind } from '#lib/domain/capture'
import type { SpoilOptions } from './spoil.ts'

/** The specimen on which a check is shown: one that fails it, where it can be drawn. */
export interface CheckSpecimen {
  kind: CaptureKind
  spoil?: readonly SpoilOptions[]
  seed?: string
}

/** By check id; a check without a line is shown on a clean specimen of the first kind it applies to. */
export const checkSpecimens: Partial<Record<string, CheckSpecimen>> = {
  resolution: { kind: 'id_front', spoil: [{ kind: 'low_resolution', amount: 0.8 }] },
  colour: { kind: 'id_front', spoil: [{ kind: 'black_and_white' }] },
  exposure: { kind: 'passport_page', spoil: [{ kind: 'shadow', amount: 0.7 }] },
  sharpness: { kind: 'passport_page', spoil: [{ kind: 'defocus', where: 'part', amount: 0.6 }] },
  glare: { kind: 'id_front', spoil: [{ kind: 'glare', amount: 0.7 }] },
  cropping: { kind: 'id_front', spoil: [{ kind: 'cut', amount: 0.6 }] },
  obstruction: { kind: 'id_front', spoil: [{ kind: 'fingers', amount: 0.7 }] },
  upscaled: { kind: 'id_front', spoil: [{ kind: 'upscaled', amount: 0.7 }] },
  compression: { kind: 'id_front', spoil: [{ kind: 'heavy_compression', amount: 0.9 }] },
  'mrz-check-digits': { kind: 'passport_page' },
  'text-legible': { kind: 'passport_page', spoil: [{ kind: 'defocus', where: 'part', amount: 0.8 }] },
}
