/** Milliseconds between laps, by name. */
export class Stopwatch {
  readonly #started = performance.now()
  readonly #laps: Record<string, number> = {}
  #last = this.#started

  lap(name: string): void {
    const now = performance.now()
    this.#laps[name] = round(now - this.#last)
    this.#last = now
  }

  stages(): Record<string, number> {
    return { ...this.#laps, total: round(performance.now() - this.#started) }
  }
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10
}
