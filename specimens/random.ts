/** A repeatable source of chance: the same seed gives the same numbers on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** Uniform in [from, to). */
  between(from: number, to: number): number
  /** Whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number
  pick<T>(choices: readonly T[]): T
  chance(probability: number): boolean
  /** Normal with mean 0 and standard deviation 1, within ±3.5. */
  normal(): number
}

/** Random numbers for a seed. Name what they are for in the seed (`${seed}/light`), so that one use doesn't shift another. */
export function makeRandom(seed: string | number): Random {
  let state = hash(String(seed))
  const next = () => {
    // mulberry32, public domain, Tommy Ettinger 2017.
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (from: number, to: number) => from + (to - from) * next()
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    between,
    whole,
    pick: (choices) => choices[whole(0, choices.length - 1)]!,
    chance: (probability) => next() < probability,
    normal: () => {
      const radius = Math.sqrt(-2 * Math.log(next() || 1e-9))
      return Math.max(-3.5, Math.min(3.5, radius * Math.cos(2 * Math.PI * next())))
    },
  }
}

/** FNV-1a with a final mix, 32 bits. */
function hash(text: string): number {
  let state = 0x811c9dc5
  for (const character of text) state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193)
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  return state ^ (state >>> 13)
}
