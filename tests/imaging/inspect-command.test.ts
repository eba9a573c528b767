import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cardPhoto, makePdf } from './make-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'inspect-'))
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(async () => {
  writeFileSync(join(folder, 'a card.jpg'), await cardPhoto().jpeg({ quality: 95 }).toBuffer())
  writeFileSync(join(folder, 'b.pdf'), makePdf())
  writeFileSync(join(folder, 'c.csv'), 'not,a\nphoto,1\n')
})

interface Run {
  code: number
  stdout: string
  stderr: string
}

function inspect(...args: string[]): Promise<Run> {
  const run = promisify(execFile)(process.execPath, ['cli.ts', 'inspect', ...args])
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: Run) => error,
  )
}

it('one JSON line a file, in order of name, and nothing else on standard output', async () => {
  const { code, stdout, stderr } = await inspect('--checks', 'file-type,colour', folder)
  expect(stderr).toBe('')
  expect(code).toBe(0)
  const reports = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(reports.map(({ file, accepted }) => [file, accepted])).toEqual([
    [join(folder, 'a card.jpg'), true],
    [join(folder, 'b.pdf'), true],
    [join(folder, 'c.csv'), false],
  ])
  const [photo, , table] = reports
  expect(photo).toMatchObject({ refusal: null, kind: 'id_front', width: 1200, height: 900 })
  expect(photo.findings.map(({ check }: { check: string }) => check)).toEqual(['file-type', 'colour'])
  expect(Object.keys(photo.findings[0]).sort()).toEqual([
    'check',
    'detail',
    'outcome',
    'reasons',
    'regions',
    'score',
    'threshold',
    'unit',
    'value',
  ])
  expect(Object.keys(photo.ms)).toEqual(expect.arrayContaining(['read', 'door', 'file-type', 'colour', 'total']))
  expect(table).toMatchObject({ refusal: { code: 'file_type_unsupported' }, width: null, findings: [] })
})

it('a path that cannot be read is one line with a refusal, and the rest goes on', async () => {
  const { code, stdout } = await inspect('--checks', 'file-type', join(folder, 'none.jpg'), join(folder, 'a card.jpg'))
  const reports = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(reports.map(({ accepted }) => accepted)).toEqual([false, true])
  expect(reports[0].refusal.message).toContain('does not exist')
  expect(code).toBe(1)
})

it('a PDF is judged by the policy asked for', async () => {
  const { stdout } = await inspect('--policy', 'camera-photos', join(folder, 'b.pdf'))
  expect(JSON.parse(stdout).refusal.code).toBe('file_pdf_not_accepted')
})

it('the marked picture is upright and as large as a reviewer sees it', async () => {
  const marked = join(folder, 'marked')
  await inspect('--annotate', marked, join(folder, 'a card.jpg'))
  const picture = await sharp(join(marked, folder, 'a card.jpg.marked.jpg')).metadata()
  expect([picture.format, picture.width, picture.height]).toEqual(['jpeg', 1200, 900])
})

it('options that make no sense end with code 2 and say why', async () => {
  const { code, stdout, stderr } = await inspect('--kind', 'hat', folder)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain('--kind is id_front or id_back or passport_page or selfie, not “hat”.')
})
