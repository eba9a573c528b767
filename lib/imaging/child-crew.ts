import { KillableProcess, type ProcessLimits } from './killable-process.ts'
import { neededMemory } from './needed-memory.ts'
import type { Reply, Task } from './pool-messages.ts'
import { Slots } from './slots.ts'

export interface CrewOptions extends ProcessLimits {
  /** The child's program. */
  program: string
  /** Children that may work at once. */
  size: number
}

/** Native libraries keep some of what they take: a child that has done or holds this much is replaced. */
const tasksPerProcess = 200
const keepBelowBytes = 180_000_000
const idleMs = 60_000

/**
 * Children that share the work, started when there is some and ended after a minute without. Files that need much memory are
 * opened one at a time, the worst in a fresh child with no other about, so that all processes together stay within bounds.
 */
export class ChildCrew {
  readonly #options: CrewOptions
  readonly #slots: Slots
  readonly #idle = new Map<KillableProcess, NodeJS.Timeout>()

  constructor(options: CrewOptions) {
    this.#options = options
    this.#slots = new Slots(options.size)
  }

  /** The task's last reply; rejects with `TaskLost` when a limit is broken or the child dies. */
  async perform(task: Task, onFinding: (reply: Extract<Reply, { reply: 'finding' }>) => void): Promise<Reply> {
    const need = neededMemory(task.bytes)
    const release = await this.#slots.take(need === 'little' ? 1 : this.#options.size)
    if (need === 'most') this.#retireIdle()
    const child = this.#take()
    try {
      return await child.run(task, this.#options, onFinding)
    } finally {
      this.#giveBack(child)
      release()
    }
  }

  /** Waits for what is under way, then ends all children. */
  async close(): Promise<void> {
    const release = await this.#slots.take(this.#options.size)
    this.#retireIdle()
    release()
  }

  #take(): KillableProcess {
    for (const [child, retirement] of this.#idle) {
      clearTimeout(retirement)
      this.#idle.delete(child)
      if (child.alive) return child
    }
    return new KillableProcess(this.#options.program)
  }

  #giveBack(child: KillableProcess): void {
    if (child.tasksDone >= tasksPerProcess || child.residentBytes > keepBelowBytes) child.kill()
    else if (child.alive) this.#idle.set(child, setTimeout(() => this.#retire(child), idleMs).unref())
  }

  #retireIdle(): void {
    for (const child of this.#idle.keys()) this.#retire(child)
  }

  #retire(child: KillableProcess): void {
    clearTimeout(this.#idle.get(child))
    this.#idle.delete(child)
    child.kill()
  }
}
