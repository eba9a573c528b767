import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runChecks } from '#lib/checks/run-checks'
import type { FileFacts } from '#lib/domain/artifacts'
import { shippedPolicies } from '#lib/domain/policy'
import { gatherArtifacts } from '#lib/imaging/artifacts'
import { inspectUpload } from '#lib/imaging/inspect-upload'
import { createImagingPool } from '#lib/imaging/pool'
import { startPeer } from './speed-peer.ts'

// All checks on a 12-megapixel JPEG, decoding included, beside OpenCV on the same file in the same run: npm run bench:speed
// Runs are interleaved, one core each, and medians compared. Then the memory of the pool over 200 captures.

const rounds = Number(process.argv[2] ?? 15)
const policy = shippedPolicies['photos-and-pdf']

const folder = mkdtempSync(join(tmpdir(), 'speed-'))
// Drawn by a process of its own: this one opens nothing but JPEG and PNG.
const drawing = ['specimens/write-specimens.ts', '--out', folder, '--count', '1', '--seed', 'speed', '--width', '4032']
execFileSync(process.execPath, [...drawing, '--kind', 'id_front'], { stdio: 'ignore' })
const file = join(folder, readdirSync(folder).find((name) => name.endsWith('.jpg'))!)
const bytes = readFileSync(file)

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}

const inspection = await inspectUpload(bytes, policy)
if (!inspection.accepted) throw new Error(inspection.refusal.message)
const facts: FileFacts = inspection.facts
const declared = { documentType: null, country: null, name: null, birthDate: null, receivedAt: '2026-01-01T00:00:00Z' }
const pool = createImagingPool({ size: 1 })
const peer = await startPeer(file)

const contestants: Record<string, () => Promise<number>> = {
  'all checks': () =>
    timed(() => runChecks(gatherArtifacts({ kind: 'id_front', bytes, file: facts, declared }), policy)),
  'all checks, through the pool': () =>
    timed(() => pool.checkCapture({ kind: 'id_front', bytes, facts, declared, policy })),
  'the door (whole decode, view, thumbnail)': () => timed(() => inspectUpload(bytes, policy)),
  ...(peer && {
    'OpenCV: decode + Laplacian variance': () => peer.run('focus'),
    'OpenCV: the same + blur, Canny, contours': () => peer.run('document'),
  }),
}

const times: Record<string, number[]> = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]))
for (let round = -2; round < rounds; round++) {
  for (const [name, run] of Object.entries(contestants)) {
    const ms = await run()
    // Two rounds to warm up: compilers, caches, the pool's child.
    if (round >= 0) times[name]!.push(ms)
  }
}
peer?.end()
await pool.close()

const megapixels = (facts.widthPx * facts.heightPx) / 1e6
console.log(
  `${megapixels.toFixed(1)} megapixels, ${(bytes.length / 1e6).toFixed(1)} MB, ${rounds} interleaved rounds, medians`,
)
const focus = times['OpenCV: decode + Laplacian variance']
for (const [name, values] of Object.entries(times)) {
  const ratio = focus ? `  ${(median(values) / median(focus)).toFixed(2)} ×` : ''
  const spread = `${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))}`
  console.log(`${name.padEnd(42)} ${String(Math.round(median(values))).padStart(5)} ms (${spread})${ratio}`)
}
if (peer) console.log(`Bar: all checks at most 2 × OpenCV ${peer.version}'s decode + Laplacian variance.`)
else console.log('OpenCV is missing, so there is nothing to compare with: apt-get install python3-opencv')

const memory = JSON.parse(execFileSync(process.execPath, ['bench/peak-memory.ts', '200', file], { encoding: 'utf8' }))
const mb = (value: number) => `${Math.round(value / 1e6)} MB`
for (const stage of ['door', 'checks']) {
  const { resident, proportional, parent } = memory[stage]
  console.log(
    `${stage.padEnd(6)} of 200 captures, parent and ${memory.children} children: peak ${mb(resident)}, shared pages counted once` +
      ` ${mb(proportional)} (parent alone ${mb(parent)})`,
  )
}
console.log(`${memory.errors} of 200 captures had an errored check. Bar: 512 MB with the worker as parent.`)
rmSync(folder, { recursive: true })
