import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CheckId } from '#lib/checks/registry'
import { runChecks } from '#lib/checks/run-checks'
import type { Picture } from '#lib/domain/artifacts'
import type { CaptureKind } from '#lib/domain/capture'
import { shippedPolicies } from '#lib/domain/policy'
import { decodeCapture } from '#lib/imaging/decode-capture'
import { findDocument } from '#lib/imaging/find-document'
import { findFaces } from '#lib/imaging/find-faces'
import { sharp } from '#lib/imaging/guarded-sharp'
import { createImagingPool } from '#lib/imaging/pool'
import { lumaOf } from '#lib/pixels/luma'
import type { Look } from '#specimens/look'
import { makeSpecimen } from '#specimens/make-specimen'
import { fictitiousPerson } from '#specimens/person'
import { nothingDeclared } from '../nothing-declared.ts'

// Specimens are drawn as SVG, a format shut wherever strangers' files are read.
beforeAll(() => sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] }))

const drawn = async (seed: string, kind: CaptureKind) =>
  makeSpecimen({ seed, kind, widthPx: kind === 'selfie' ? 720 : 1200, exif: 'none' })

async function facesIn(bytes: Uint8Array, kind: CaptureKind) {
  const { picture, widthPx } = await decodeCapture(bytes)
  return findFaces({ kind, picture, originalWidthPx: widthPx, documentOutline: findDocument(kind, picture) })
}

const facesOn = (picture: Picture) =>
  findFaces({ kind: 'selfie', picture, originalWidthPx: picture.width, documentOutline: null })

describe('a drawn selfie', () => {
  test.each([1, 2, 3, 4, 5, 6])('shows one face where its head was drawn, looking ahead (person %i)', async (n) => {
    const { bytes, truth } = await drawn(`find-faces/${n}`, 'selfie')
    const faces = await facesIn(bytes, 'selfie')
    expect(faces).toHaveLength(1)
    const [{ box, mesh, pose, eyeDistancePx, descriptor }] = faces as [(typeof faces)[number]]
    const [head] = truth.faces
    expect(box[0]).toBeGreaterThan(head![0] - 0.05)
    expect(box[2]).toBeLessThan(head![2] + 0.05)
    expect(mesh).toHaveLength(478)
    expect(Math.abs(pose!.yaw)).toBeLessThan(12)
    expect(Math.abs(pose!.pitch)).toBeLessThan(15)
    expect(eyeDistancePx).toBeGreaterThan(90)
    expect(Math.hypot(...descriptor!)).toBeCloseTo(1, 3)
  })

  test('tilts as the picture is turned', async () => {
    const { bytes } = await drawn('find-faces/7', 'selfie')
    const turned = await sharp(bytes).rotate(15, { background: '#999' }).jpeg().toBuffer()
    const [[upright], [tilted]] = [await facesIn(bytes, 'selfie'), await facesIn(turned, 'selfie')]
    expect(tilted!.pose!.roll - upright!.pose!.roll).toBeCloseTo(15, -0.7)
  })
})

test('two people side by side are two faces, the larger first; an empty room shows none', async () => {
  const [a, b] = [await drawn('find-faces/8', 'selfie'), await drawn('find-faces/9', 'selfie')]
  const small = await sharp(b.bytes).resize(480).toBuffer()
  const pair = await sharp({ create: { width: 1200, height: 960, channels: 3, background: '#bbb' } })
    .composite([
      { input: a.bytes, left: 0, top: 0 },
      { input: small, left: 720, top: 0 },
    ])
    .png()
    .toBuffer()
  const faces = await facesIn(pair, 'selfie')
  expect(faces).toHaveLength(2)
  expect(faces[0]!.box[2]).toBeLessThan(0.6)
  expect(faces[0]!.descriptor).not.toBeNull()
  expect(faces[1]!.descriptor).toBeNull()
  const room = { data: new Uint8Array(600 * 800 * 3).fill(140), width: 600, height: 800 }
  expect(await facesOn(room)).toEqual([])
})

test.each([0, 90, 180, 270])('a portrait is found on a document lying at %i°', async (angle) => {
  const { bytes } = await drawn('find-faces/10', 'id_front')
  const [portrait] = await facesIn(await sharp(bytes).rotate(angle).jpeg().toBuffer(), 'id_front')
  expect(portrait!.mesh).toHaveLength(478)
})

describe('in a child that may not write, reach out or start anything', () => {
  const pool = createImagingPool({ size: 1 })
  afterAll(() => pool.close())

  test('faces are found, and handed on where a check compares them', async () => {
    const { bytes, truth } = await drawn('find-faces/11', 'selfie')
    const facts = {
      type: 'jpeg',
      sizeBytes: bytes.length,
      sha256: '0'.repeat(64),
      widthPx: truth.widthPx,
      heightPx: truth.heightPx,
      orientation: 1,
      metadata: {},
    } as const
    const capture = {
      kind: 'selfie',
      bytes,
      facts,
      declared: nothingDeclared,
      policy: shippedPolicies['camera-photos'],
    } as const
    const { findings, readings } = await pool.checkCapture({ ...capture, only: ['face-count', 'portrait-match'] })
    expect(findings.map(({ outcome, value }) => [outcome, value])).toEqual([['pass', 1]])
    expect(readings.faces).toHaveLength(1)
  })
})

describe('what a drawn person wears and does is seen, on light skin and dark', () => {
  const worn = [
    [{}, 'face-covered', 'pass'],
    [{}, 'face-expression', 'pass'],
    [{}, 'glasses', 'pass'],
    [{ glasses: 'thick' }, 'glasses', 'fail'],
    [{ glasses: 'sun' }, 'face-covered', 'fail'],
    [{ mask: 'blue' }, 'face-covered', 'fail'],
    [{ mask: 'black' }, 'face-covered', 'fail'],
    [{ mouth: 'open' }, 'face-expression', 'fail'],
  ] as [Partial<Look>, CheckId, string][]
  const people = ['facetest/3', 'facetest/5']
  test.each(people.flatMap((person) => worn.map((row) => [person, ...row] as const)))(
    '%s %j: %s %s',
    async (seed, look, check, outcome) => {
      expect((await judged(seed, look, check)).outcome).toBe(outcome)
    },
  )

  test.each(people)('closed eyes do not pass (%s)', async (seed) => {
    expect((await judged(seed, { eyes: 'closed' }, 'face-expression')).outcome).not.toBe('pass')
  })

  async function judged(seed: string, look: Partial<Look>, check: CheckId) {
    const person = fictitiousPerson(seed)
    const dressed = { ...person, look: { ...person.look, glasses: 'none', ...look } } as const
    const { bytes } = await makeSpecimen({ seed, kind: 'selfie', person: dressed, widthPx: 720, exif: 'none' })
    const { picture } = await decodeCapture(bytes)
    const known = { kind: 'selfie', faces: await facesOn(picture), luma: lumaOf(picture), companions: [] }
    const source = { get: async (name: string) => known[name as keyof typeof known] as never }
    const [finding] = await runChecks(source, shippedPolicies['camera-photos'], { only: [check] })
    return finding!
  }
})
