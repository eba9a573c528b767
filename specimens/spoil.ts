import type { Plane } from '#lib/domain/artifacts'
import type { Point } from '#lib/domain/region'

export const spoilKinds = [
  'motion_blur',
  'defocus',
  'glare',
  'hologram',
  'shadow',
  'backlit',
  'dark',
  'bright',
  'cut',
  'fingers',
  'black_and_white',
  'low_resolution',
  'upscaled',
  'heavy_compression',
] as const
export type SpoilKind = (typeof spoilKinds)[number]

/** One defect to add. A hologram's colours are no defect, but look like one to a naive rule. */
export interface SpoilOptions {
  kind: SpoilKind
  /** 0 just visible to 1 extreme, 0.5 if not given; more is always worse. What it stands for is in `strengths`. */
  amount?: number
  /** Blur only: the whole picture (the default) or one soft-edged patch on the document or face. */
  where?: 'whole' | 'part'
  /** Middle of a patch, a glare or a shadow in fractions of the document (or head) itself; by lot if not given. */
  at?: Point
}

/** What was done, for measuring against. */
export interface Spoilt {
  kind: SpoilKind
  amount: number
  /** True where the whole picture is affected; then there is no mask. */
  whole: boolean
  /** Where, over the upright picture at a long side of at most 400 px: 128 and more is affected, softly below. */
  mask?: Plane
}

/** What an amount of 0–1 means. Lengths are pixels of a picture with a long side of 1600. */
export const strengths = {
  motionLength: (amount: number) => 5 + 40 * amount,
  defocusRadius: (amount: number) => 1.4 + 8 * amount,
  darkLight: (amount: number) => 0.3 * 0.12 ** amount,
  brightLight: (amount: number) => 1.5 + 2.5 * amount,
  shadowLight: (amount: number) => 0.6 * 0.3 ** amount,
  lowResolutionWidthPx: (amount: number) => Math.round(900 * 0.3 ** amount),
  upscaleFactor: (amount: number) => 1.5 + 3 * amount,
  jpegQuality: (amount: number) => Math.round(38 - 30 * amount),
} as const

/** The amount asked for, or the middle. */
export function amountOf(spoil: SpoilOptions): number {
  return Math.max(0, Math.min(1, spoil.amount ?? 0.5))
}
