import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { stopAsked } from './stop-asked.ts'

const exitWithParent = fileURLToPath(new URL('./exit-with-parent.mjs', import.meta.url))

/** Where a program prints to: our own output, memory, or an open file. */
export type Output = 'shown' | 'kept' | number

export interface Child {
  /** Resolves with the exit code, or null where a signal ended it. */
  ended: Promise<number | null>
  /** Everything it printed, where `output` was "kept". */
  printed: () => string
  /** Asks it and what it started to stop, and makes it after `graceSeconds`. Safe to call on one that has ended. */
  stop: (graceSeconds: number) => Promise<void>
}

/**
 * Starts a Node program in a process group of its own, so that Ctrl-C reaches only us and we choose the order. It stops by
 * itself should we be killed.
 */
export function startNode(args: string[], env: NodeJS.ProcessEnv, output: Output): Child {
  const out = typeof output === 'number' ? output : output === 'shown' ? 'inherit' : 'pipe'
  const child = spawn(process.execPath, ['--import', exitWithParent, ...args], {
    env: { ...env, RETAKE_PARENT: String(process.pid) },
    detached: true,
    stdio: ['ignore', out, out, 'ipc'],
  })
  const chunks: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const signalGroup = (signal: NodeJS.Signals) => {
    try {
      if (child.pid) process.kill(-child.pid, signal)
    } catch {
      // The group is gone already.
    }
  }
  const stop = async (graceSeconds: number) => {
    signalGroup('SIGTERM')
    const force = setTimeout(() => signalGroup('SIGKILL'), graceSeconds * 1000)
    await ended
    clearTimeout(force)
    signalGroup('SIGKILL')
  }
  return { ended, printed: () => Buffer.concat(chunks).toString(), stop }
}

/** Runs a Node program to its end and returns its exit code; stops it, and throws, when we are asked to stop. */
export async function runToEnd(
  args: string[],
  env: NodeJS.ProcessEnv,
  output: Output,
): Promise<[number | null, Child]> {
  stopAsked.throwIfAborted()
  const child = startNode(args, env, output)
  const stop = () => child.stop(3)
  stopAsked.addEventListener('abort', stop)
  const code = await child.ended
  stopAsked.removeEventListener('abort', stop)
  stopAsked.throwIfAborted()
  return [code, child]
}

/** The same for a program that has to succeed: throws with all it printed when it fails. */
export async function runNode(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const [code, child] = await runToEnd(args, env, 'kept')
  if (code !== 0) throw new Error(`${args.join(' ')} failed\n${child.printed()}`)
}
