/**
 * `npm run bench:speed [-- --rounds 15]`: the checks on a 12-megapixel JPEG of a passport, decoding included, beside OpenCV on the
 * same file in the same run; then two cores against one, and the memory of the pool over 200 captures. The script in package.json
 * gives V8 the flags that the children of the checks have (`lib/imaging/pool.ts`), so that here as there all work is one thread's.
 */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runChecks } from '#lib/checks/run-checks'
import { shippedPolicies } from '#lib/domain/policy'
import { gatherArtifacts } from '#lib/imaging/artifacts'
import { inspectUpload } from '#lib/imaging/inspect-upload'
import { createImagingPool } from '#lib/imaging/pool'
import { checkSets } from './speed/check-sets.ts'
import { clocked, contest, measured, type Result, ratio, type Taken } from './speed/contest.ts'
import { drawnCapture } from './speed/drawn-capture.ts'
import { startPeer } from './speed/peer.ts'
import { twoCoresAgainstOne } from './speed/two-cores.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    captures: { type: 'string', default: '12' },
    memory: { type: 'string', default: '200' },
  },
})
const policy = shippedPolicies['photos-and-pdf']
const sets = checkSets(policy)
const { capture, file, folder } = await drawnCapture('passport_page', 4032, policy)
const { bytes, facts } = capture
const pool = createImagingPool({ size: 1 })
const peer = await startPeer(file)

const checking = (only: string[]) => () =>
  measured(async () => {
    await runChecks(gatherArtifacts({ ...capture, file: facts }), policy, { only })
    // As the children do between two captures: what is left over has to be paid for too.
    globalThis.gc?.()
  })

const contestants: Record<string, () => Promise<Taken>> = {
  [`picture and outline (${sets.picture.length} checks)`]: checking(sets.picture),
  [`with MRZ and faces (${sets.withMrzAndFaces.length} checks)`]: checking(sets.withMrzAndFaces),
  [`with all text (${sets.all.length} checks)`]: checking(sets.all),
  'all of them, through the pool': () => clocked(() => pool.checkCapture(capture)),
  'the door (whole decode, view, thumbnail)': () => measured(() => inspectUpload(bytes, policy)),
  ...(peer && {
    'OpenCV: decode + Laplacian variance': () => peer.run('focus'),
    'OpenCV: the same + blur, Canny, contours': () => peer.run('document'),
  }),
}
const rounds = Number(values.rounds)
const results = await contest(contestants, rounds)
peer?.end()
await pool.close()

const megapixels = (facts.widthPx * facts.heightPx) / 1e6
console.log(
  `${megapixels.toFixed(1)} megapixels, ${(bytes.length / 1e6).toFixed(1)} MB, ${rounds} rounds in turn, medians`,
)
const document = results['OpenCV: the same + blur, Canny, contours']
for (const [name, result] of Object.entries(results)) console.log(`${name.padEnd(42)}${line(result)}`)
if (peer)
  console.log(
    `× OpenCV ${peer.version}'s decode + Laplacian variance + blur + Canny + contours, of processor time and by the clock: medians over the rounds.`,
  )
else console.log('OpenCV is missing, so there is nothing to compare with: apt-get install python3-opencv')
console.log('Bars: picture and outline 1.3 ×; with MRZ and faces 1 s; with all text 3 s.')

function line(result: Result): string {
  const { ms, processorMs, least, most } = result
  const used = processorMs === null ? '' : `${Math.round(processorMs)} ms of the processor`
  const times = (of: (taken: Taken) => number | null) => {
    const known = document ? ratio(result, document, of) : null
    return (known === null ? '' : `${known.toFixed(2)} ×`).padStart(9)
  }
  return (
    `${String(Math.round(ms)).padStart(6)} ms (${Math.round(least)}–${Math.round(most)})`.padEnd(24) +
    used.padStart(26) +
    times((taken) => taken.processorMs) +
    times((taken) => taken.ms)
  )
}

await twoCoresAgainstOne(capture, Number(values.captures))

const memory = JSON.parse(
  execFileSync(process.execPath, ['bench/peak-memory.ts', values.memory, file], { encoding: 'utf8' }),
)
const mb = (value: number) => `${Math.round(value / 1e6)} MB`
for (const stage of ['door', 'checks']) {
  const { resident, proportional, parent } = memory[stage]
  console.log(
    `${stage.padEnd(6)} of ${values.memory} captures, parent and ${memory.children} children: peak ${mb(resident)}, shared pages counted once` +
      ` ${mb(proportional)} (parent alone ${mb(parent)})`,
  )
}
console.log(`${memory.errors} of ${values.memory} captures had an errored check.`)
rmSync(folder, { recursive: true })
