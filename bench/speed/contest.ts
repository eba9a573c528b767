/** Milliseconds by the clock, and of the processor: all threads of one process, null where the work is another's. */
export interface Taken {
  ms: number
  processorMs: number | null
}

/** Measures work done in this process. */
export async function measured(work: () => Promise<unknown>): Promise<Taken> {
  const [started, before] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(before)
  return { ms: performance.now() - started, processorMs: (user + system) / 1000 }
}

/** Measures work done elsewhere. */
export async function clocked(work: () => Promise<unknown>): Promise<Taken> {
  return { ...(await measured(work)), processorMs: null }
}

export interface Result {
  /** Medians over the rounds. */
  ms: number
  processorMs: number | null
  least: number
  most: number
  /** What was taken, round by round. */
  rounds: Taken[]
}

/**
 * The median over the rounds of how many times as much one took as the other in the same round: on a machine whose speed changes from
 * minute to minute that says more than the ratio of two medians. Null where either is not known.
 */
export function ratio(one: Result, other: Result, of: (taken: Taken) => number | null): number | null {
  const ratios = one.rounds.map((taken, round) => {
    const [mine, theirs] = [of(taken), of(other.rounds[round]!)]
    return mine === null || theirs === null ? null : mine / theirs
  })
  return ratios.includes(null) ? null : median(ratios as number[])
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}

/**
 * Runs all contestants, so many rounds after two to warm up: compilers, caches, models, the pool's children. Each round has an order
 * of its own: who comes after one that did the same finds memory and caches ready.
 */
export async function contest(
  contestants: Record<string, () => Promise<Taken>>,
  rounds: number,
): Promise<Record<string, Result>> {
  const taken = new Map<string, Taken[]>(Object.keys(contestants).map((name) => [name, []]))
  for (let round = -2; round < rounds; round++) {
    for (const [name, run] of shuffled(Object.entries(contestants))) {
      const one = await run()
      if (round >= 0) taken.get(name)!.push(one)
    }
  }
  const results = [...taken].map(([name, all]) => {
    const times = all.map(({ ms }) => ms)
    const processor = all.flatMap(({ processorMs }) => processorMs ?? [])
    const result: Result = {
      ms: median(times),
      processorMs: processor.length > 0 ? median(processor) : null,
      least: Math.min(...times),
      most: Math.max(...times),
      rounds: all,
    }
    return [name, result] as const
  })
  return Object.fromEntries(results)
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => [Math.random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item)
}
