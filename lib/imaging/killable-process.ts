import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Reply, Task } from './pool-messages.ts'

/** Starting takes 0.2–0.5 s; a machine that needs longer than this is not going to answer. */
const startLimitMs = 30_000
const memoryWatchMs = 100
const pageBytes = 4096

/** The child was killed, or died, before its task was done. */
export class TaskLost extends Error {
  readonly why: 'time' | 'memory' | 'crash'

  constructor(why: TaskLost['why'], detail = '') {
    super(`The imaging process was lost (${why}) ${detail}`.trim())
    this.why = why
  }
}

export interface ProcessLimits {
  /** Longest silence while a task runs, in milliseconds. */
  stepMs: number
  /** Resident memory. */
  memoryBytes: number
}

/** Resident memory of another process in bytes; 0 where the system has no /proc. */
function residentBytes(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes
  } catch {
    return 0
  }
}

const permissions = ['--permission', '--allow-fs-read=*', '--allow-addons']

/** Names as glibc reads them (mallopt(3)); other C libraries ignore them. */
const thriftyAllocator = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_TRIM_THRESHOLD_: '65536',
  MALLOC_MMAP_THRESHOLD_: '1048576',
}

function startChild(program: string): ChildProcess {
  return fork(/* turbopackIgnore: true */ program, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // What decodes strangers' bytes gets no secret. The allocator settings return freed memory to the system: 150 MB a child
    // after many pictures instead of 300, for a tenth more time.
    env: { NODE_ENV: 'production', UV_THREADPOOL_SIZE: '1', ...thriftyAllocator },
    // It may not write a file or start a program either. A small young generation makes V8 let go of pixels sooner.
    execArgv: [...permissions, '--max-old-space-size=192', '--max-semi-space-size=2', '--no-warnings'],
  })
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

  constructor(program: string) {
    this.#child = startChild(program)
    this.#child.stderr?.on('data', (text: Buffer) => {
      this.#errors = `${this.#errors}${text}`.slice(-2000)
    })
    const limits = { stepMs: startLimitMs, memoryBytes: Number.POSITIVE_INFINITY }
    this.#ready = this.#until((reply) => reply.reply === 'ready', limits).then(() => {})
    // Whoever runs a task hears of it; without a task nobody has to.
    this.#ready.catch(() => {})
  }

  get alive(): boolean {
    return !this.#killed && this.#child.connected
  }

  /** What it holds of the machine's memory now; 0 where the system doesn't say. */
  get residentBytes(): number {
    return residentBytes(this.#child.pid ?? 0)
  }

  /** Runs one task to its last reply. Rejects with `TaskLost` when a limit is broken or the child dies; it is dead then. */
  async run(
    task: Task,
    limits: ProcessLimits,
    onFinding: (reply: Extract<Reply, { reply: 'finding' }>) => void,
  ): Promise<Reply> {
    await this.#ready
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

  #until(isLast: (reply: Reply) => boolean, limits: ProcessLimits): Promise<Reply> {
    const child = this.#child
    this.#hold(true)
    return new Promise<Reply>((resolve, reject) => {
      const lose = (why: TaskLost['why']) => {
        this.kill()
        end()
        reject(new TaskLost(why, this.#errors))
      }
      const onMessage = (reply: Reply) => {
        silence.refresh()
        if (!isLast(reply)) return
        end()
        resolve(reply)
      }
      const onExit = () => lose('crash')
      const silence = setTimeout(lose, limits.stepMs, 'time')
      const watch = setInterval(() => {
        if (this.residentBytes > limits.memoryBytes) lose('memory')
      }, memoryWatchMs)
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
