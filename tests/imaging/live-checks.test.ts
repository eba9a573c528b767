import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { livePolicy } from '#lib/checks/live-policy'
import { runChecks } from '#lib/checks/run-checks'
import type { FileFacts, Picture } from '#lib/domain/artifacts'
import type { CaptureKind } from '#lib/domain/capture'
import type { Finding } from '#lib/domain/finding'
import { shippedPolicies } from '#lib/domain/policy'
import { gatherArtifacts } from '#lib/imaging/artifacts'
import { decodeCapture } from '#lib/imaging/decode-capture'
import { ensureChromium } from '../../scripts/chromium.ts'
import { nothingDeclared } from '../nothing-declared.ts'

// The checks of the customer's camera page, bundled and run in a real browser, beside the server's on the same pixels.

const policy = shippedPolicies['camera-photos']
const folder = mkdtempSync(join(tmpdir(), 'live-'))
const debian = '/usr/bin/chromium'
let bundle = ''
let browser: Browser
let page: Page

async function bundled(): Promise<string> {
  const lib = { entry: 'lib/checks/live-checks.ts', formats: ['iife' as const], name: 'live', fileName: 'live' }
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, minify: true, lib } })
  const [output] = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  if (output?.type !== 'chunk') throw new Error('The bundler gave no code')
  return output.code
}

/** Drawn by a process of its own: this one opens nothing but JPEG and PNG. */
function draw(kind: CaptureKind, count: number): string[] {
  const out = join(folder, kind)
  const options = ['--out', out, '--kind', kind, '--count', String(count), '--seed', 'live', '--width', '960']
  execFileSync(process.execPath, ['specimens/write-specimens.ts', ...options], { stdio: 'ignore' })
  return readdirSync(out)
    .filter((name) => name.endsWith('.jpg'))
    .map((name) => join(out, name))
}

beforeAll(async () => {
  await ensureChromium()
  bundle = await bundled()
  browser = await chromium.launch({
    executablePath: existsSync(debian) ? debian : undefined,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
  page = await browser.newPage()
  await page.addScriptTag({ content: bundle })
}, 180_000)

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Through a canvas, as a camera's frame would come. */
async function inBrowser({ data, width, height }: Picture, kind: CaptureKind): Promise<Finding[]> {
  const png = await sharp(data, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toBuffer()
  const address = `data:image/png;base64,${png.toString('base64')}`
  return page.evaluate(
    async ([source, ofKind, rules]) => {
      const image = new Image()
      image.src = source
      await image.decode()
      const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight)
      const context = canvas.getContext('2d')!
      context.drawImage(image, 0, 0)
      const frame = context.getImageData(0, 0, canvas.width, canvas.height)
      const { live } = globalThis as unknown as { live: { liveChecks(...input: unknown[]): Promise<Finding[]> } }
      return live.liveChecks(frame, ofKind, rules)
    },
    [address, kind, livePolicy(policy)] as const,
  )
}

function onServer(bytes: Buffer, picture: Picture, kind: CaptureKind, only: string[]): Promise<Finding[]> {
  const { width: widthPx, height: heightPx } = picture
  const file: FileFacts = {
    ...{ type: 'jpeg', sizeBytes: bytes.length, sha256: '', widthPx, heightPx },
    ...{ orientation: 1, metadata: {} },
  }
  return runChecks(gatherArtifacts({ kind, bytes, file, declared: nothingDeclared, picture }), policy, { only })
}

it('what the browser loads is at most 60 KB, zipped, and brings no schema library', () => {
  expect(gzipSync(bundle).length).toBeLessThan(60 * 1024)
  expect(bundle).not.toContain('ZodError')
})

describe('the browser finds what the server finds', { timeout: 240_000 }, () => {
  it.each([
    ['id_front', 3],
    ['passport_page', 2],
    ['selfie', 1],
  ] as const)('on %s pictures, clean and spoilt', async (kind, count) => {
    for (const file of draw(kind, count)) {
      const bytes = readFileSync(file)
      const { picture } = await decodeCapture(bytes)
      const here = await inBrowser(picture, kind)
      const there = await onServer(
        bytes,
        picture,
        kind,
        here.map(({ check }) => check),
      )
      expect(here.map(({ check }) => check).sort()).toEqual(there.map(({ check }) => check).sort())
      for (const finding of there) {
        const same = here.find(({ check }) => check === finding.check)!
        expect(same.outcome, `${file} ${finding.check}`).toBe(finding.outcome)
        expect(same.reasons).toEqual(finding.reasons)
        expect(Math.abs((same.value ?? 0) - (finding.value ?? 0))).toBeLessThanOrEqual(
          Math.abs(finding.value ?? 0) / 100,
        )
        expect(Math.abs((same.score ?? 0) - (finding.score ?? 0))).toBeLessThanOrEqual(1)
        expect(same.regions).toHaveLength(finding.regions.length)
      }
    }
  })

  it('a frame longer than what the server looks at is not taken', async () => {
    const tooLong = { data: new Uint8Array(3 * 1700), width: 1700, height: 1 }
    await expect(inBrowser(tooLong, 'selfie')).rejects.toThrow(/1700 × 1 px is longer than 1600 px/)
  })
})
