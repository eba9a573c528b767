const width = 30
/** A run that is over sooner needs no bar. */
const quietMs = 1000

/** A bar on standard error, where that is a terminal, for runs that take a while. */
export class ProgressBar {
  readonly #total: number
  readonly #started = performance.now()
  #done = 0

  constructor(total: number) {
    this.#total = total
  }

  advance(what: string): void {
    this.#done++
    if (!process.stderr.isTTY || performance.now() - this.#started < quietMs) return
    const full = Math.round((width * this.#done) / this.#total)
    const bar = `${'█'.repeat(full)}${'░'.repeat(width - full)} ${this.#done}/${this.#total} `
    process.stderr.write(`\r\x1b[K${bar}${what.slice(-Math.max(0, (process.stderr.columns ?? 80) - bar.length - 1))}`)
  }

  end(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
  }
}
