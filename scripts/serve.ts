import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { SettingError } from '#lib/setting-error'
import { type Child, type Output, startNode } from './child.ts'
import { stopAsked } from './stop-asked.ts'
import { untilAnswering } from './until-answering.ts'

const webGraceSeconds = 8
const workerGraceSeconds = 25

export interface Served {
  /** Resolves with one sentence when the web process, or the worker again and again, ended without being asked to. */
  failed: Promise<string>
  /** Stops web and worker, letting requests and jobs in hand finish. */
  stop: () => Promise<void>
}

/**
 * Starts the web process and the worker beside it, and waits until the page answers. `env` is what `environmentFor` gives. With `dev` both reload when a source changes. A worker that dies is started again: no work is
 * lost, since its jobs are in the database.
 */
export async function serve(
  env: NodeJS.ProcessEnv,
  port: number,
  { dev = false, output = 'shown' }: { dev?: boolean; output?: Output } = {},
): Promise<Served> {
  await assertFree(port)
  const webEnv = { ...env, NODE_ENV: dev ? 'development' : 'production', PORT: String(port) } as const
  const web = startNode(['node_modules/next/dist/bin/next', dev ? 'dev' : 'start'], webEnv, output)
  const worker = keepWorker(env, dev, output)
  const failed = Promise.race([
    web.ended.then((code) => `The web process ended by itself (${code ?? 'killed'}).`),
    worker.failed,
  ])
  const stop = async () => {
    await Promise.all([web.stop(webGraceSeconds), worker.stop()])
  }
  try {
    await untilAnswering(port, web.ended, stopAsked)
  } catch (error) {
    await stop()
    throw error
  }
  return { failed, stop }
}

function keepWorker(env: NodeJS.ProcessEnv, dev: boolean, output: Output): Served {
  const args = dev ? ['--watch', '--watch-preserve-output', 'worker.ts'] : ['worker.ts']
  let worker: Child | undefined
  let stopping = false
  const failed = (async () => {
    // Asked to stop while it waits, it starts none again.
    for (let quickEnds = 0; quickEnds < 3 && !stopping; ) {
      const started = performance.now()
      worker = startNode(args, env, output)
      await worker.ended
      if (stopping) break
      quickEnds = performance.now() - started < 10_000 ? quickEnds + 1 : 0
      await sleep(500 * 2 ** quickEnds)
    }
    if (stopping) return new Promise<string>(() => {})
    return 'The worker ended by itself three times within seconds.'
  })()
  const stop = async () => {
    stopping = true
    await worker?.stop(workerGraceSeconds)
  }
  return { failed, stop }
}

/** Throws `SettingError` when someone already listens on `port`. */
export function assertFree(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is in use by another program' : `can't be used (${error.code})`
      reject(new SettingError(`Port ${port} ${why}: set PORT to a free one, as in PORT=3001 npm start.`))
    })
    probe.listen(port, () => probe.close(() => resolve()))
  })
}
