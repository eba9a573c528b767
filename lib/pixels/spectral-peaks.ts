import type { PowerSpectrum } from './power-spectrum.ts'

export interface SpectralPeak {
  /** Frequencies in cycles a pixel: across −0.5..0.5, down 0..0.5. */
  across: number
  down: number
  /** Natural logarithm of the peak's power over that of the cells round it. */
  contrast: number
}

/** Offsets of a ring round a peak, outside the main lobe of the window. */
const ring = Array.from({ length: 24 }, (_, n) => {
  const angle = (2 * Math.PI * n) / 24
  return [Math.round(6 * Math.cos(angle)), Math.round(6 * Math.sin(angle))] as const
})

export interface PeakOptions {
  /** Least contrast of a peak. */
  minContrast: number
  /** Frequencies below this, in cycles a pixel, are the motif's own. */
  minFrequency: number
}

/**
 * Isolated points in a spectrum: a pattern repeated all over the crop in one direction, with one period, as moiré, a pixel grid, a
 * weave or a halftone makes. The axes, where lines of print and the blocks of JPEG show, are left out. Strongest first.
 */
export function spectralPeaks(
  { side, power }: PowerSpectrum,
  { minContrast, minFrequency }: PeakOptions,
): SpectralPeak[] {
  const half = side / 2
  const smooth = smoothed(power, side, half + 1)
  const at = (u: number, v: number) => smooth[v * side + ((u + side) % side)]!
  const peaks: SpectralPeak[] = []
  const axis = 4
  const block = side / 8
  for (let v = axis; v < half - 6; v++) {
    for (let u = -half + 7; u < half - 6; u++) {
      if (Math.abs(u) < axis || Math.hypot(u, v) < minFrequency * side) continue
      if (nearMultiple(u, block) && nearMultiple(v, block)) continue
      const here = at(u, v)
      if (here < at(u - 1, v) || here < at(u + 1, v) || here < at(u, v - 1) || here < at(u, v + 1)) continue
      // The strongest of what lies round it counts most, so that a ridge or an arc is no peak.
      let [sum, most] = [0, 0]
      for (const [du, dv] of ring) {
        const around = at(u + du, Math.abs(v + dv))
        sum += around
        if (around > most) most = around
      }
      const contrast = Math.log((here + 1e-9) / ((0.5 * sum) / ring.length + 0.5 * most + 1e-9))
      if (contrast >= minContrast) peaks.push({ across: u / side, down: v / side, contrast })
    }
  }
  return peaks.sort((a, b) => b.contrast - a.contrast)
}

function nearMultiple(value: number, of: number): boolean {
  const rest = Math.abs(value) % of
  return Math.min(rest, of - rest) <= 1
}

/** Mean over 3 × 3 cells, about as wide as the window's main lobe; the first row is mirrored, the last left as it is. */
function smoothed(power: Float32Array, side: number, rows: number): Float32Array {
  const smooth = new Float32Array(power.length)
  for (let v = 1; v < rows - 1; v++) {
    for (let u = 0; u < side; u++) {
      const left = (u + side - 1) % side
      const right = (u + 1) % side
      let sum = 0
      for (let row = (v - 1) * side; row <= (v + 1) * side; row += side) {
        sum += power[row + left]! + power[row + u]! + power[row + right]!
      }
      smooth[v * side + u] = sum / 9
    }
  }
  return smooth
}
