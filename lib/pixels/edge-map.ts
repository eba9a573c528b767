import { boxMean } from './box-mean.ts'
import type { Gradient } from './colour-gradient.ts'

/** Edges worth following, 0..1 a pixel, with the gradient they have; row-major. */
export interface EdgeMap extends Gradient {
  /** How much a pixel stands out from its surroundings as an edge, 0..1. */
  strength: Float32Array
  /** `strength` where the gradient is a ridge across the edge, else 0: edges one pixel wide. */
  ridge: Float32Array
}

export interface EdgeMapOptions {
  /** Gradient, in levels per pixel, at which a lone edge counts half. */
  halfAt: number
  /** Radius in pixels of the surroundings an edge has to stand out from. */
  radius: number
}

/** Gradients under so many levels a pixel are no edges. */
export const leastGradient = 0.3

/**
 * Edges judged against their surroundings, not by contrast alone: a faint line on an empty table counts, the hundredth
 * stroke in a texture hardly does (surround suppression, Grigorescu et al. 2003).
 */
export function edgeMap(gradient: Gradient, { halfAt, radius }: EdgeMapOptions): EdgeMap {
  const { width, height, magnitude } = gradient
  const around = boxMean(magnitude, width, height, radius)
  const strength = new Float32Array(magnitude.length)
  for (let i = 0; i < strength.length; i++) {
    const m = magnitude[i]!
    if (m >= leastGradient) strength[i] = (m * m) / (m * m + halfAt * halfAt + around[i]! * around[i]!)
  }
  return { ...gradient, strength, ridge: ridgesOf(gradient, strength) }
}

/** Of a gradient's edges those not weaker than their two neighbours across the edge. */
export function ridgesOf({ width, height, gx, gy, magnitude }: Gradient, strength: Float32Array): Float32Array {
  const ridge = new Float32Array(strength.length)
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x
      if (strength[i]! === 0) continue
      const flat = Math.abs(gx[i]!) > 2 * Math.abs(gy[i]!) ? 1 : Math.abs(gy[i]!) > 2 * Math.abs(gx[i]!) ? width : 0
      const step = flat || (gx[i]! > 0 === gy[i]! > 0 ? width + 1 : width - 1)
      if (magnitude[i]! >= magnitude[i - step]! && magnitude[i]! >= magnitude[i + step]!) ridge[i] = strength[i]!
    }
  }
  return ridge
}
