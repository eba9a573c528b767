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
  /** Cells beside the axes that are left out, where lines of print show; 0 for none. */
  axis: number
}

/**
 * Isolated points in a spectrum: a pattern repeated all over the crop in one direction, with one period, as moiré, a pixel grid, a
 * weave or a halftone makes. The blocks of JPEG are left out. Strongest first.
 */
export function spectralPeaks(
  { side, power }: Pick<PowerSpectrum, 'side' | 'power'>,
  { minContrast, minFrequency, axis }: PeakOptions,
): SpectralPeak[] {
  const half = side / 2
  const smooth = smoothed(power, side, half + 1)
  const peaks: SpectralPeak[] = []
  const block = side / 8
  const least = (minFrequency * side) ** 2
  for (let v = axis; v < half - 6; v++) {
    for (let u = -half + 7; u < half - 6; u++) {
      if (Math.abs(u) < axis || u * u + v * v < least || !isHighest(smooth, side, u, v)) continue
      if (nearMultiple(u, block) && nearMultiple(v, block)) continue
      const contrast = contrastAt(smooth, side, u, v, minContrast)
      if (contrast >= minContrast) peaks.push({ across: u / side, down: v / side, contrast })
    }
  }
  return peaks.sort((a, b) => b.contrast - a.contrast)
}

/** Index of a cell; above the first row the spectrum goes on turned by half. `side` is a power of two. */
function cellAt(side: number, u: number, v: number): number {
  return v < 0 ? -v * side + (-u & (side - 1)) : v * side + (u & (side - 1))
}

/** Whether none of its four neighbours is higher. */
function isHighest(smooth: Float32Array, side: number, u: number, v: number): boolean {
  const row = v * side
  const value = smooth[row + (u & (side - 1))]!
  if (value < smooth[row + ((u - 1) & (side - 1))]! || value < smooth[row + ((u + 1) & (side - 1))]!) return false
  return value >= smooth[cellAt(side, u, v - 1)]! && value >= smooth[cellAt(side, u, v + 1)]!
}

/**
 * How far a cell stands out of the ring round it; the strongest there counts most, so that a ridge or an arc is no peak. Below
 * `least` only that it is below.
 */
function contrastAt(smooth: Float32Array, side: number, u: number, v: number, least: number): number {
  const value = smooth[cellAt(side, u, v)]! + 1e-9
  const tooMuch = 2 * value * Math.exp(-least)
  let [sum, most] = [0, 0]
  for (const [du, dv] of ring) {
    const around = smooth[cellAt(side, u + du, v + dv)]!
    if (around > tooMuch) return Number.NEGATIVE_INFINITY
    sum += around
    if (around > most) most = around
  }
  return Math.log(value / ((0.5 * sum) / ring.length + 0.5 * most + 1e-9))
}

function nearMultiple(value: number, of: number): boolean {
  const rest = Math.abs(value) % of
  return Math.min(rest, of - rest) <= 1
}

/** Mean over 3 × 3 cells, about as wide as the window's main lobe; the last row is left at 0. */
function smoothed(power: Float32Array, side: number, rows: number): Float32Array {
  const smooth = new Float32Array(power.length)
  const columns = new Float32Array(side)
  for (let v = 0; v < rows - 1; v++) {
    const row = v * side
    for (let u = 0; u < side; u++)
      columns[u] = power[cellAt(side, u, v - 1)]! + power[row + u]! + power[row + side + u]!
    smooth[row] = (columns[side - 1]! + columns[0]! + columns[1]!) / 9
    for (let u = 1; u < side - 1; u++) smooth[row + u] = (columns[u - 1]! + columns[u]! + columns[u + 1]!) / 9
    smooth[row + side - 1] = (columns[side - 2]! + columns[side - 1]! + columns[0]!) / 9
  }
  return smooth
}
