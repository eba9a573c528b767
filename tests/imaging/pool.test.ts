import { afterAll, describe, expect, it } from 'vitest'
import { checksToRun } from '#lib/checks/run-checks'
import type { FileFacts } from '#lib/domain/artifacts'
import { shippedPolicies } from '#lib/domain/policy'
import { createImagingPool } from '#lib/imaging/pool'
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

describe('with a child that hangs and crashes', () => {
  const pool = createImagingPool({ program: 'tests/imaging/unruly-child.ts', size: 2, stepMs: 1500 })
  afterAll(() => pool.close())

  it('a check that hangs and one that crashes are errored findings, and all others still run', async () => {
    const told: string[] = []
    const capture = { kind: 'id_front', bytes: await wavesJpeg(), facts, declared, policy } as const
    const { findings } = await pool.checkCapture(capture, ({ check }) => told.push(check))
    expect(findings.map(({ check }) => check)).toEqual(earlyIds)
    expect(told).toEqual(earlyIds)
    const errored = findings.filter(({ outcome }) => outcome === 'error')
    expect(errored.map(({ check, detail }) => [check, String(detail.problem)])).toEqual([
      ['resolution', expect.stringContaining('time')],
      ['exposure', expect.stringContaining('crash')],
    ])
  })

  it('a file that kills the child is refused, and the next is served', async () => {
    const inspected = await pool.inspectUpload(await wavesJpeg(), policy)
    expect(inspected).toMatchObject({ accepted: false, refusal: { code: 'file_corrupt_or_locked' } })
    const only = ['file-type']
    const { findings } = await pool.checkCapture({
      kind: 'selfie',
      bytes: await wavesJpeg(),
      facts,
      declared,
      policy,
      only,
    })
    expect(findings.map(({ outcome }) => outcome)).toEqual(['pass'])
  })
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
