/** Runs `work` a number of times after a warm-up and returns percentiles of its milliseconds. */
export async function percentiles(times: number, work: (turn: number) => Promise<unknown>): Promise<[number, number]> {
  for (let turn = 0; turn < Math.min(10, times); turn++) await work(turn)
  const taken: number[] = []
  for (let turn = 0; turn < times; turn++) {
    const startedAt = performance.now()
    await work(turn)
    taken.push(performance.now() - startedAt)
  }
  return [percentile(taken, 0.5), percentile(taken, 0.95)]
}

export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)]!
}

export function printRow(what: string, [p50, p95]: readonly [number, number], note = ''): void {
  console.log(`${what.padEnd(52)} ${p50.toFixed(1).padStart(8)} ${p95.toFixed(1).padStart(8)}  ${note}`)
}
