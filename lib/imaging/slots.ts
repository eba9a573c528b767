/** Hands out a fixed number of slots, first come first served; a large request waits until enough are free. */
export class Slots {
  readonly size: number
  #free: number
  readonly #waiting: { count: number; start: () => void }[] = []

  constructor(size: number) {
    this.size = size
    this.#free = size
  }

  /** Resolves to the function that gives the slots back. `count` is at most `size`. */
  async take(count: number): Promise<() => void> {
    const turn = new Promise<void>((start) => this.#waiting.push({ count, start }))
    this.#startNext()
    await turn
    return () => {
      this.#free += count
      this.#startNext()
    }
  }

  #startNext(): void {
    for (let next = this.#waiting[0]; next && next.count <= this.#free; next = this.#waiting[0]) {
      this.#waiting.shift()
      this.#free -= next.count
      next.start()
    }
  }
}
