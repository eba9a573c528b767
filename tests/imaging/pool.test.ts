import { setTimeout } from 'node:timers/promises'
import { afterAll, describe, expect, it, test } from 'vitest'
import { checksToRun } from '#lib/checks/run-checks'
import type { FileFacts } from '#lib/domain/artifacts'
import type { Finding } from '#lib/domain/finding'
import { shippedPolicies } from '#lib/domain/policy'
import { KillableProcess } from '#lib/imaging/killable-process'
import { createImagingPool } from '#lib/imaging/pool'
import { usageIsKnown } from '#lib/imaging/process-usage'
import { nothingDeclared } from '../nothing-declared.ts'
import { cardPhoto, wavesJpeg } from './make-files.ts'

const declared = nothingDeclared
const policy = shippedPolicies['camera-photos']
const earlyIds = checksToRun(policy, { stage: 'early' }).map(({ id }) => id)
const facts: FileFacts = {
  type: 'jpeg',
  sizeBytes: 1,
  sha256: '0'.repeat(64),
  widthPx: 640,
  heightPx: 400,
  orientation: 1,
  metadata: {},
}

const program = 'tests/imaging/unruly-child.ts'
const problemsOf = (findings: Finding[]) =>
  findings.filter(({ outcome }) => outcome === 'error').map(({ check, detail }) => [check, String(detail.problem)])

describe('with a child that hangs, spins and crashes', () => {
  const door = { program }
  const pool = createImagingPool({ size: 2, door, checks: { program, silenceMs: 1500, stepMs: 500, warmUpMs: 0 } })
  const hasty = createImagingPool({ size: 2, door, checks: { program, taskMs: 700, warmUpMs: 0 } })
  const fresh = createImagingPool({ size: 2, door, checks: { program, stepMs: 300, taskMs: 900, warmUpMs: 1000 } })
  afterAll(() => Promise.all([pool.close(), hasty.close(), fresh.close()]))
  const capture = async (name: string) => {
    return { kind: 'id_front', bytes: await wavesJpeg(), facts, declared: { ...declared, name }, policy } as const
  }

  it('a check that hangs and one that crashes are errored findings, and all others still run', async () => {
    const told: string[] = []
    const unruly = await capture('hangs in resolution, dies in exposure')
    const { findings } = await pool.checkCapture(unruly, ({ check }) => told.push(check))
    expect(findings.map(({ check }) => check)).toEqual(earlyIds)
    expect(told).toEqual(earlyIds)
    expect(problemsOf(findings)).toEqual([
      ['exposure', expect.stringContaining('crash')],
      ['resolution', expect.stringContaining('time')],
    ])
  })

  it.runIf(usageIsKnown)('a check that spins is ended by the processor time it takes', async () => {
    const { findings } = await pool.checkCapture(await capture('spins in colour'))
    expect(findings.map(({ check }) => check)).toEqual(earlyIds)
    expect(problemsOf(findings)).toEqual([['colour', expect.stringContaining('time')]])
  })

  it.runIf(usageIsKnown)(
    'once a capture has used up its processor time, what is left of its checks is not tried',
    async () => {
      const { findings } = await hasty.checkCapture(await capture('spins in colour'))
      expect(findings.map(({ check }) => check)).toEqual(earlyIds)
      expect(problemsOf(findings).map(([check]) => check)).toEqual(earlyIds.slice(earlyIds.indexOf('colour')))
    },
  )

  it.runIf(usageIsKnown)('what a new child may take to warm up is not counted against the capture', async () => {
    const { findings } = await fresh.checkCapture(await capture('spins in colour'))
    expect(problemsOf(findings)).toEqual([['colour', expect.stringContaining('time')]])
  })

  it('a file that kills the child is refused, and the next is served', async () => {
    const inspected = await pool.inspectUpload(await wavesJpeg(), policy)
    expect(inspected).toMatchObject({ accepted: false, refusal: { code: 'file_corrupt_or_locked' } })
    const { findings } = await pool.checkCapture({ ...(await capture('')), only: ['file-type'] })
    expect(findings.map(({ outcome }) => outcome)).toEqual(['pass'])
  })
})

describe('with a child that cannot start', () => {
  const stillborn = { program: 'tests/imaging/stillborn-child.ts' }
  const pool = createImagingPool({ size: 1, door: stillborn, checks: stillborn })
  afterAll(() => pool.close())

  it('the door says that it is unavailable, and not that the file is damaged', async () => {
    await expect(pool.inspectUpload(await wavesJpeg(), policy)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  })

  it('a capture is not checked in vain: its job fails and may be tried again', async () => {
    const capture = { kind: 'id_front', bytes: await wavesJpeg(), facts, declared, policy } as const
    await expect(pool.checkCapture(capture)).rejects.toMatchObject({ why: 'start' })
  })
})

describe('with a child that can’t even be tried to start', () => {
  // The system refuses the name at once, as it may where memory has run out.
  const impossible = { program: 'no\0program' }
  const pool = createImagingPool({ size: 1, door: impossible, checks: impossible })
  afterAll(() => pool.close())

  it('every file is told so, and none waits for the place of one before', async () => {
    for (const _ of ['first', 'second']) {
      await expect(pool.inspectUpload(await wavesJpeg(), policy)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    }
  })
})

test('a child that ended while it had nothing to do is not waited for', async () => {
  const child = new KillableProcess({ program: 'tests/imaging/short-lived-child.ts', threads: false, v8: [] })
  while (child.alive) await setTimeout(20)
  const limits = { stepMs: 1000, taskMs: 1000, warmUpMs: 0, silenceMs: 60_000, memoryBytes: 1e9 }
  const task = { task: 'derive-tiles', bytes: new Uint8Array() } as const
  await expect(child.run(task, limits, () => {})).rejects.toMatchObject({ why: 'start' })
})

describe('with the real child', () => {
  const pool = createImagingPool({ size: 2 })
  afterAll(() => pool.close())

  it('a photo comes in, and every check gives one finding', async () => {
    const bytes = await cardPhoto().jpeg({ quality: 95 }).toBuffer()
    const inspected = await pool.inspectUpload(bytes, policy)
    if (!inspected.accepted) throw new Error(inspected.refusal.message)
    const { findings } = await pool.checkCapture({ kind: 'id_front', bytes, facts: inspected.facts, declared, policy })
    expect(findings.map(({ check }) => check)).toEqual(earlyIds)
    expect(findings.filter(({ outcome }) => outcome === 'error')).toEqual([])
  })

  it('checks the policy switched off are not run, nor those not asked for', async () => {
    const off = { ...policy, checks: { 'file-size': { enabled: false } } }
    const only = ['file-size', 'file-type']
    const { findings } = await pool.checkCapture({
      kind: 'selfie',
      bytes: await wavesJpeg(),
      facts,
      declared,
      policy: off,
      only,
    })
    expect(findings.map(({ check }) => check)).toEqual(['file-type'])
  })

  it('more files than children are all answered', async () => {
    const jpeg = await wavesJpeg()
    const answers = await Promise.all(Array.from({ length: 7 }, () => pool.inspectUpload(jpeg, policy)))
    expect(answers.map(({ accepted }) => accepted)).toEqual(Array(7).fill(true))
  })
})
