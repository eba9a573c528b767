import type { Reply, Task } from './pool-messages.ts'

/** Tells the parent something, from inside a pool's child. */
export function say(reply: Reply): void {
  process.send?.(reply)
}

/**
 * Makes this process a pool's child: does what the parent asks, one task at a time, and ends with it. It may be killed at any moment.
 * Started with `--expose-gc` it clears away what a task left when that is answered, and not in the middle of the next.
 */
export function serveParent(perform: (task: Task) => Promise<Reply>): void {
  process.on('message', (task: Task) => {
    perform(task)
      .then(say, (error: unknown) => say({ reply: 'failed', message: String(error) }))
      .then(() => globalThis.gc?.())
  })
  process.on('disconnect', () => process.exit())
  // Ctrl-C reaches the whole group; when to stop is the parent's decision.
  process.on('SIGINT', () => {})
  say({ reply: 'ready' })
}
