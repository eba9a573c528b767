import { type ChildProcess, fork } from 'node:child_process'
import type { Reply, Task } from './pool-messages.ts'
import { processorMs, residentBytes } from './process-usage.ts'

/** Starting takes 0.2–0.5 s; a machine that needs longer than this is not going to answer. */
const startLimitMs = 30_000
const watchMs = 100

/** The child was killed, or died, before its task was done. Lost at the start it never saw the task: no file's fault. */
export class TaskLost extends Error {
  readonly why: 'start' | 'time' | 'memory' | 'crash'
  /** Processor time the task had taken beyond the warm-up, in milliseconds; 0 where the system doesn't say. */
  readonly processorMs: number

  constructor(why: TaskLost['why'], processorMs: number, detail = '') {
    super(`The imaging process was lost (${why}) ${detail}`.trim())
    this.why = why
    this.processorMs = processorMs
  }
}

/** What one task may take; a child that takes more is killed. */
export interface TaskLimits {
  /** Processor time from one reply to the next, in milliseconds: however busy the machine, a sound file keeps to it. */
  stepMs: number
  /** Processor time of the whole task. */
  taskMs: number
  /** Processor time that a step, and so the task, may take on top where the child is new: loading models is not the file's doing. */
  warmUpMs: number
  /** Longest silence by the clock, for a child that waits for what never comes. */
  silenceMs: number
  /** Resident memory. */
  memoryBytes: number
}

export interface ChildProgram {
  /** A TypeScript file, from the project's root. */
  program: string
  /** Whether it may start threads of its own. */
  threads: boolean
  /** Settings of V8. */
  v8: readonly string[]
}

const unlimited = Number.POSITIVE_INFINITY
const startLimits: TaskLimits = {
  stepMs: unlimited,
  taskMs: unlimited,
  warmUpMs: 0,
  silenceMs: startLimitMs,
  memoryBytes: unlimited,
}

const permissions = ['--permission', '--allow-fs-read=*', '--allow-addons']

/** Names as glibc reads them (mallopt(3)); other C libraries ignore them. */
const thriftyAllocator = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_TRIM_THRESHOLD_: '65536',
  MALLOC_MMAP_THRESHOLD_: '1048576',
}

/** Throws `TaskLost` where the system refuses at once (no memory); most failures come as an event later. */
function startChild({ program, threads, v8 }: ChildProgram): ChildProcess {
  const allowed = threads ? [...permissions, '--allow-worker'] : permissions
  try {
    return fork(/* turbopackIgnore: true */ program, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // What decodes strangers' bytes gets no secret. The allocator settings return freed memory to the system: 150 MB a child
      // after many pictures instead of 300, for a tenth more time.
      env: { NODE_ENV: 'production', UV_THREADPOOL_SIZE: '1', ...thriftyAllocator },
      // It may not write a file or start a program either.
      execArgv: [...allowed, ...v8, '--max-old-space-size=192', '--no-warnings'],
    })
  } catch (error) {
    throw new TaskLost('start', 0, String(error))
  }
}

/**
 * A child process that does one task at a time and can be killed in the middle of it. While it has nothing to do it keeps
 * nobody alive: the parent may end, and the child ends with it.
 */
export class KillableProcess {
  tasksDone = 0
  readonly #child: ChildProcess
  readonly #ready: Promise<void>
  #errors = ''
  #killed = false

  constructor(program: ChildProgram) {
    this.#child = startChild(program)
    this.#child.stderr?.on('data', (text: Buffer) => {
      this.#errors = `${this.#errors}${text}`.slice(-2000)
    })
    this.#ready = this.#start()
    // Whoever runs a task hears of it; without a task nobody has to.
    this.#ready.catch(() => {})
  }

  /** True while it can be sent a task. Its end may be known before its channel closes, and the other way round. */
  get alive(): boolean {
    const { connected, exitCode, signalCode } = this.#child
    return !this.#killed && connected && exitCode === null && signalCode === null
  }

  /** What it holds of the machine's memory now; 0 where the system doesn't say. */
  get residentBytes(): number {
    return residentBytes(this.#pid)
  }

  /** Runs one task to its last reply. Rejects with `TaskLost` when a limit is broken or the child dies; it is dead then. */
  async run(
    task: Task,
    limits: TaskLimits,
    onFinding: (reply: Extract<Reply, { reply: 'finding' }>) => void,
  ): Promise<Reply> {
    await this.#ready
    if (!this.alive) throw new TaskLost('start', 0, 'it had ended before')
    const done = this.#until((reply) => {
      if (reply.reply !== 'finding') return true
      onFinding(reply)
      return false
    }, limits)
    this.#child.send(task, () => {})
    const last = await done
    this.tasksDone++
    return last
  }

  kill(): void {
    this.#killed = true
    this.#child.kill('SIGKILL')
  }

  async #start(): Promise<void> {
    try {
      await this.#until((reply) => reply.reply === 'ready', startLimits)
    } catch (error) {
      throw new TaskLost('start', 0, error instanceof Error ? error.message : '')
    }
  }

  get #pid(): number {
    return this.#child.pid ?? 0
  }

  #until(isLast: (reply: Reply) => boolean, limits: TaskLimits): Promise<Reply> {
    const child = this.#child
    const begun = processorMs(this.#pid)
    let stepBegun = begun
    let used = 0
    this.#hold(true)
    return new Promise<Reply>((resolve, reject) => {
      const lose = (why: TaskLost['why']) => {
        this.kill()
        end()
        reject(new TaskLost(why, used, this.#errors))
      }
      const onMessage = (reply: Reply) => {
        silence.refresh()
        stepBegun = processorMs(this.#pid)
        if (!isLast(reply)) return
        end()
        resolve(reply)
      }
      const onExit = () => lose('crash')
      const silence = setTimeout(lose, limits.silenceMs, 'time')
      const watch = setInterval(() => {
        const now = processorMs(this.#pid)
        used = Math.max(used, now - begun - limits.warmUpMs)
        if (used > limits.taskMs || now - stepBegun > limits.stepMs + limits.warmUpMs) lose('time')
        else if (this.residentBytes > limits.memoryBytes) lose('memory')
      }, watchMs)
      const end = () => {
        clearTimeout(silence)
        clearInterval(watch)
        child.off('message', onMessage).off('exit', onExit).off('error', onExit)
        this.#hold(false)
      }
      child.on('message', onMessage).on('exit', onExit).on('error', onExit)
    })
  }

  /** Whether the parent has to stay for this child. */
  #hold(needed: boolean): void {
    const change = needed ? 'ref' : 'unref'
    this.#child[change]()
    this.#child.channel?.[change]()
    const errors = this.#child.stderr as unknown as { unref?(): void } | null
    errors?.unref?.()
  }
}
