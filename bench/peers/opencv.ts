import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { OutlinePoint } from '#lib/domain/region'
import type { Sample } from '../checks/sample.ts'

export interface PeerAnswer {
  /** Variance of the Laplacian at 1600 px. */
  laplacian: number
  /** Mean magnitude of Sobel's gradient at 1600 px. */
  sobel: number
  /** Share of the picture the HSV rule marks. */
  glareShare: number
  blurF?: number
  glareF?: number
  outline: OutlinePoint[] | null
}

/** OpenCV's answers in the order of the samples, or null where Debian's python3-opencv is not installed. */
export async function askOpenCv(samples: readonly Sample[]): Promise<(PeerAnswer | null)[] | null> {
  const script = fileURLToPath(new URL('opencv.py', import.meta.url))
  // Debian's own interpreter: another Python in front of it on the PATH lacks the package.
  const python = spawn('/usr/bin/python3', [script], { stdio: ['pipe', 'pipe', 'ignore'] })
  const ended = new Promise<number | null>((resolve) => {
    python.on('error', () => resolve(null))
    python.on('close', resolve)
  })
  python.stdin.on('error', () => {})
  python.stdin.end(JSON.stringify(samples))
  const answers = await text(python.stdout)
  return (await ended) === 0 ? (JSON.parse(answers) as (PeerAnswer | null)[]) : null
}
