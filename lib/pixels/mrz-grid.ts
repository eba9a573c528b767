/** Columns of the recogniser's answer, as chances of each class (the last is "between characters"). */
export interface ColumnChances {
  /** Row-major `columns × classes`. */
  chances: Float32Array
  columns: number
  classes: number
  /** Log odds of a character against none, by column, held to ±4. */
  odds: Float32Array
}

/** Turns the recogniser's last layer, row-major `columns × classes`, into chances. */
export function columnChances(scores: Float32Array, classes: number): ColumnChances {
  const columns = scores.length / classes
  const chances = new Float32Array(scores.length)
  const odds = new Float32Array(columns)
  for (let x = 0; x < columns; x++) {
    const at = x * classes
    let top = Number.NEGATIVE_INFINITY
    for (let c = 0; c < classes; c++) top = Math.max(top, scores[at + c]!)
    let sum = 0
    let character = 0
    for (let c = 0; c < classes; c++) {
      const chance = Math.exp(scores[at + c]! - top)
      chances[at + c] = chance
      sum += chance
      if (c < classes - 1) character += chance
    }
    for (let c = 0; c < classes; c++) chances[at + c]! /= sum
    const none = sum - character
    odds[x] = Math.max(-4, Math.min(4, Math.log((character + 1e-9) / (none + 1e-9))))
  }
  return { chances, columns, classes, odds }
}

/** Evenly set characters: the k-th lies at `first + pitch·k + bend·k·(k − length + 1)`, in columns. */
export interface Grid {
  length: number
  first: number
  pitch: number
  bend: number
  /** Mean log odds, −4..4: that characters stand on the grid, none between them and none beside it. */
  fit: number
}

const minPitch = 3.2
const maxPitch = 7.2

/** The grid of `length` characters that explains the columns best; null where the strip is too short. Costs about 3 ms. */
export function fitGrid(line: ColumnChances, length: number): Grid | null {
  const { odds, columns } = line
  const beside = besideSums(line)
  const typical = typicalPitch(odds)
  const [low, high] = typical
    ? [Math.max(minPitch, 0.86 * typical), Math.min(maxPitch, 1.16 * typical)]
    : [minPitch, maxPitch]
  let best: Grid | null = null
  for (const skew of typical ? skews : [0]) {
    if (skew !== 0 && best && best.fit > clearFit) break
    for (let pitch = low; pitch <= high; pitch += 1.2 / length) {
      const span = pitch * (length - 1)
      const bend = (skew * pitch) / (length - 1)
      if (span > columns) break
      for (let first = 0; first + span < columns; first += 0.9) {
        const fit = fitOf(odds, beside, columns, length, first, pitch, bend, best?.fit)
        if (!best || fit > best.fit) best = { length, first, pitch, bend, fit }
      }
    }
  }
  return best && sharpen(best, odds, beside, columns)
}

/** A fit so good that perspective need not be looked for. */
const clearFit = 4

/** What would be left out by a grid that ends there, by column, as a running sum. */
function besideSums({ odds, columns }: ColumnChances): Float32Array {
  const beside = new Float32Array(columns + 1)
  for (let x = 0; x < columns; x++) beside[x + 1] = beside[x]! + Math.max(0, odds[x]! + 1)
  return beside
}

/** The grid one or more characters further along, with its fit. */
export function shiftedGrid(line: ColumnChances, grid: Grid, shift: number): Grid {
  const { length, pitch, bend } = grid
  const first = gridColumn(grid, shift)
  const moved = pitch + 2 * bend * shift
  return {
    ...grid,
    first,
    pitch: moved,
    fit: fitOf(line.odds, besideSums(line), line.columns, length, first, moved, bend),
  }
}

/** How much wider the pitch may be at one end than half-way, as perspective makes it; between two of these the fit is sharpened. */
const skews = [0, -0.07, 0.07, -0.14, 0.14, -0.21, 0.21]

/** Median distance between neighbouring characters as they stand out; null where few do. */
function typicalPitch(odds: Float32Array): number | null {
  const peaks: number[] = []
  for (let x = 1; x < odds.length - 1; x++) {
    if (odds[x]! <= 0) continue
    let end = x
    while (end + 1 < odds.length && odds[end + 1]! > 0) end++
    peaks.push((x + end) / 2)
    x = end + 1
  }
  const gaps = peaks.slice(1).map((x, i) => x - peaks[i]!)
  const likely = gaps.filter((gap) => gap >= minPitch && gap <= maxPitch).sort((a, b) => a - b)
  return likely.length < 8 ? null : likely[likely.length >> 1]!
}

/** Steps each number of the grid up and down, ever smaller, while that helps. */
function sharpen(grid: Grid, odds: Float32Array, beside: Float32Array, columns: number): Grid {
  let best = grid
  const { length } = grid
  for (let step = 0.5; step > 0.05; step /= 2) {
    for (let round = 0; round < 4; round++) {
      const before = best
      for (const sign of [-1, 1]) {
        const tries = [
          { first: best.first + sign * step, pitch: best.pitch, bend: best.bend },
          { first: best.first, pitch: best.pitch + (sign * step) / length, bend: best.bend },
          { first: best.first + (sign * step) / 2, pitch: best.pitch - (sign * step) / length, bend: best.bend },
          { first: best.first, pitch: best.pitch, bend: best.bend + (sign * step * 4) / (length * length) },
        ]
        for (const { first, pitch, bend } of tries) {
          const fit = fitOf(odds, beside, columns, length, first, pitch, bend, best.fit)
          if (fit > best.fit) best = { length, first, pitch, bend, fit }
        }
      }
      if (best === before) break
    }
  }
  return best
}

/** Most that one character can add: sure to be there, and nothing before it. */
const mostPerCharacter = 4.5

/** The fit of a grid; −∞ as soon as it can't exceed `toBeat`. */
function fitOf(
  odds: Float32Array,
  beside: Float32Array,
  columns: number,
  length: number,
  first: number,
  pitch: number,
  bend: number,
  toBeat = Number.NEGATIVE_INFINITY,
): number {
  let on = 0
  let between = 0
  for (let k = 0; k < length; k++) {
    if (on - 0.5 * between + mostPerCharacter * (length - k) <= toBeat * length) return Number.NEGATIVE_INFINITY
    const at = first + pitch * k + bend * k * (k - length + 1)
    on += oddsAt(odds, columns, at)
    if (k > 0) between += Math.max(-1, oddsAt(odds, columns, at - pitch / 2))
  }
  const start = Math.max(0, Math.min(columns, Math.floor(first - pitch / 2)))
  const end = Math.max(start, Math.min(columns, Math.ceil(first + pitch * (length - 0.5))))
  const outside = beside[start]! + beside[columns]! - beside[end]!
  return (on - 0.5 * between - (0.5 * outside) / pitch) / length
}

function oddsAt(odds: Float32Array, columns: number, at: number): number {
  if (at < 0 || at > columns - 1) return -4
  const left = at | 0
  const right = left + 1 < columns ? left + 1 : left
  return odds[left]! + (at - left) * (odds[right]! - odds[left]!)
}

/** Column of the k-th character of a grid. */
export function gridColumn({ first, pitch, bend, length }: Grid, k: number): number {
  return first + pitch * k + bend * k * (k - length + 1)
}

/**
 * Chances of each character at each place of the grid (row-major `length × (classes − 1)`, each row summing to 1), and how surely
 * something stands there at all. Looks for the clearest column within a third of the pitch.
 */
export function gridChances(line: ColumnChances, grid: Grid): { chances: Float32Array; present: Float32Array } {
  const symbols = line.classes - 1
  const chances = new Float32Array(grid.length * symbols)
  const present = new Float32Array(grid.length)
  for (let k = 0; k < grid.length; k++) {
    const middle = gridColumn(grid, k)
    let at = Math.round(middle)
    for (let x = Math.ceil(middle - 0.3 * grid.pitch); x <= middle + 0.3 * grid.pitch; x++) {
      if ((line.odds[x] ?? -9) - 0.6 * Math.abs(x - middle) > (line.odds[at] ?? -9) - 0.6 * Math.abs(at - middle))
        at = x
    }
    at = Math.max(0, Math.min(line.columns - 1, at))
    // The neighbour on the side of the exact place has its say.
    const beside = Math.max(0, Math.min(line.columns - 1, middle > at ? at + 1 : at - 1))
    const weights = [
      [at, 1],
      [beside, Math.min(0.5, Math.abs(middle - at))],
    ] as const
    let sum = 0
    let none = 0
    for (const [x, weight] of weights) {
      for (let c = 0; c < symbols; c++) {
        const chance = weight * line.chances[x * line.classes + c]!
        chances[k * symbols + c]! += chance
        sum += chance
      }
      none += weight * line.chances[x * line.classes + symbols]!
    }
    for (let c = 0; c < symbols; c++) chances[k * symbols + c]! /= sum || 1
    present[k] = sum / (sum + none || 1)
  }
  return { chances, present }
}
