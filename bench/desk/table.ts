/** Count, median and 95th percentile of milliseconds. */
export function printTimes(what: string, ms: readonly number[]): void {
  const sorted = ms.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0)
  console.log(`${what.padEnd(58)} ${String(ms.length).padStart(4)} ${at(0.5).padStart(8)} ${at(0.95).padStart(8)}`)
}

/** One figure beside what it should not pass, or should at least be. */
export function printBound(what: string, value: number, bound: number, how: 'at most' | 'at least' = 'at most'): void {
  const keeps = how === 'at most' ? value <= bound : value >= bound
  console.log(`${what.padEnd(58)} ${value.toFixed(1).padStart(8)}   ${how} ${bound}${keeps ? '' : '  ← not kept'}`)
}
