import type { Plane } from '#lib/domain/artifacts'

export interface BlockGrid {
  /** How much stronger steps are across the strongest of the eight possible block borders than across the others; 1 is none. */
  blockiness: number
  /** How much higher those steps are on average, in levels. */
  height: number
  /** The same for the second strongest, where an earlier, shifted compression would show. */
  second: number
}

const maxLines = 400

/**
 * Looks for the 8 × 8 blocks of JPEG on the original's own pixels, in every position, since turning or cutting a picture moves
 * them. Steps count beyond the mean of their neighbours on either side, so that edges of the motif fall out. The weaker of the two
 * directions counts: lines of print repeat in one. After Fan & de Queiroz 2003. About 10 ms.
 */
export function blockGrid(plane: Plane): BlockGrid {
  const { width, height } = plane
  if (width < 64 || height < 64) return { blockiness: 1, height: 0, second: 1 }
  const across = profile(plane, height, width, width, 1)
  const down = profile(plane, width, height, 1, width)
  return {
    blockiness: Math.min(across.blockiness, down.blockiness),
    height: Math.min(across.height, down.height),
    second: Math.min(across.second, down.second),
  }
}

/** Steps along `lines` spread over the plane; a line starts every `lineStep` bytes and goes on every `step`. */
function profile({ data }: Plane, lines: number, length: number, lineStep: number, step: number): BlockGrid {
  // Twice the steps, which keeps them whole.
  const sums = new Int32Array(8)
  const counts = new Int32Array(8)
  const every = Math.max(1, Math.floor(lines / maxLines))
  for (let line = every >> 1; line < lines; line += every) {
    let at = line * lineStep
    let [a, b, c] = [data[at]!, data[at + step]!, data[at + 2 * step]!]
    for (let i = 1; i + 2 < length; i++) {
      at += step
      const d = data[at + 2 * step]!
      // Burnt-out and empty places have no steps at all and say nothing.
      const beside = Math.abs(b - a) + Math.abs(d - c)
      const own = Math.abs(c - b)
      if (own + beside > 0 && own < 40) {
        if (2 * own > beside) sums[i & 7]! += 2 * own - beside
        counts[i & 7]!++
      }
      a = b
      b = c
      c = d
    }
  }
  const means = Array.from(sums, (sum, phase) => (counts[phase]! > 200 ? sum / 2 / counts[phase]! : 0))
  const sorted = means.sort((a, b) => b - a)
  const usual = (sorted[3]! + sorted[4]! + sorted[5]!) / 3
  if (usual === 0) return { blockiness: 1, height: 0, second: 1 }
  return { blockiness: sorted[0]! / usual, height: sorted[0]! - usual, second: sorted[1]! / usual }
}
