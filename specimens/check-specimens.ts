import type { CaptureKind } from '#lib/domain/capture'
import type { Look } from './look.ts'
import type { SpoilOptions } from './spoil.ts'

/** The specimen on which a check is shown: one that fails it, where it can be drawn. */
export interface CheckSpecimen {
  kind: CaptureKind
  seed?: string
  spoil?: readonly SpoilOptions[]
  /** What the person wears or does. */
  look?: Partial<Look>
  /** Shown on a screen, and saved from there or photographed off it. */
  screen?: 'screenshot' | 'photo'
  /** What the customer declared instead of the truth. */
  declaredName?: string
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
  screenshot: { kind: 'passport_page', screen: 'screenshot' },
  recapture: { kind: 'id_front', seed: 'monitor', screen: 'photo' },
  'mrz-check-digits': { kind: 'passport_page' },
  'mrz-matches-print': { kind: 'passport_page' },
  'profile-match': { kind: 'passport_page', declaredName: 'Somebody Else' },
  'document-page': { kind: 'passport_page' },
  'document-expiry': { kind: 'passport_page' },
  age: { kind: 'passport_page' },
  country: { kind: 'passport_page' },
  'text-legible': { kind: 'passport_page', spoil: [{ kind: 'defocus', where: 'part', amount: 0.8 }] },
  'face-count': { kind: 'selfie' },
  'face-expression': { kind: 'selfie', look: { glasses: 'none', mouth: 'open' } },
  'face-covered': { kind: 'selfie', look: { glasses: 'sun' } },
  glasses: { kind: 'selfie', look: { glasses: 'thick' } },
}
