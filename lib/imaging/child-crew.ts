import { type ChildProgram, KillableProcess, type TaskLimits } from './killable-process.ts'
import { neededMemory } from './needed-memory.ts'
import type { Reply, Task } from './pool-messages.ts'
import type { Slots } from './slots.ts'

/** A kind of child: what it runs, what one task may take, and how much it may go on holding. */
export interface CrewOptions extends ChildProgram, TaskLimits {
  /** Native libraries keep some of what they take: a child that holds more than this after a task is replaced. */
  keepBelowBytes: number
}

/** A child that has done this much is replaced, too. */
const tasksPerProcess = 200
const idleMs = 60_000

/**
 * Children of one kind that share the work, started when there is some and ended after a minute without. Files that need much
 * memory are opened one at a time, the worst in a fresh child with no other about, so that all processes together stay within
 * bounds. Crews may share slots: as many children work at once as there are.
 */
export class ChildCrew {
  readonly #options: CrewOptions
  readonly #slots: Slots
  readonly #idle = new Map<KillableProcess, NodeJS.Timeout>()

  constructor(options: CrewOptions, slots: Slots) {
    this.#options = options
    this.#slots = slots
  }

  /** Processor time a task may take, in milliseconds. */
  get taskMs(): number {
    return this.#options.taskMs
  }

  /** The task's last reply; rejects with `TaskLost` when a limit is broken or the child dies. */
  async perform(
    task: Task,
    onFinding: (reply: Extract<Reply, { reply: 'finding' }>) => void,
    taskMs = this.taskMs,
  ): Promise<Reply> {
    const need = neededMemory(task.bytes)
    const release = await this.#slots.take(need === 'little' ? 1 : this.#slots.size)
    try {
      if (need === 'most') this.#retireIdle()
      return await this.#performIn(this.#take(), task, onFinding, taskMs)
    } finally {
      release()
    }
  }

  /** Waits for what is under way, then ends all children. */
  async close(): Promise<void> {
    const release = await this.#slots.take(this.#slots.size)
    this.#retireIdle()
    release()
  }

  async #performIn(
    child: KillableProcess,
    task: Task,
    onFinding: (reply: Extract<Reply, { reply: 'finding' }>) => void,
    taskMs: number,
  ): Promise<Reply> {
    const warmUpMs = child.tasksDone === 0 ? this.#options.warmUpMs : 0
    try {
      return await child.run(task, { ...this.#options, taskMs, warmUpMs }, onFinding)
    } finally {
      this.#giveBack(child)
    }
  }

  #take(): KillableProcess {
    for (const [child, retirement] of this.#idle) {
      clearTimeout(retirement)
      this.#idle.delete(child)
      if (child.alive) return child
    }
    return new KillableProcess(this.#options)
  }

  #giveBack(child: KillableProcess): void {
    if (child.tasksDone >= tasksPerProcess || child.residentBytes > this.#options.keepBelowBytes) child.kill()
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
