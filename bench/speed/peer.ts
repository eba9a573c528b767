import { spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Taken } from './contest.ts'

export type PeerTask = 'focus' | 'document'

export interface Peer {
  version: string
  /** What one run of the task took, as the peer measured it. */
  run(task: PeerTask): Promise<Taken>
  end(): void
}

/** Debian's own Python comes second: another one may come first on the path, without Debian's packages. */
const pythons = ['python3', '/usr/bin/python3']

/** Starts OpenCV on a file, or null where python3-opencv is not installed. */
export async function startPeer(file: string): Promise<Peer | null> {
  const python = pythons.find((name) => spawnSync(name, ['-c', 'import cv2']).status === 0)
  if (!python) return null
  const process = spawn(python, ['bench/peers/speed.py', file], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: process.stdout })[Symbol.asyncIterator]()
  const answer = async () => JSON.parse((await lines.next()).value ?? '{}') as Record<string, unknown>
  const { opencv } = await answer()
  return {
    version: String(opencv),
    async run(task) {
      process.stdin.write(`${task}\n`)
      const { ms, processorMs } = await answer()
      return { ms: Number(ms), processorMs: Number(processorMs) }
    },
    end: () => process.stdin.end(),
  }
}
