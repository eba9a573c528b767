import { describe, expect, test } from 'vitest'
import type { CheckId } from '#lib/checks/registry'
import { runChecks } from '#lib/checks/run-checks'
import type { Artifacts } from '#lib/domain/artifacts'
import { shippedPolicies } from '#lib/domain/policy'
import { noise, paint } from '../pixels/test-picture.ts'
import { cardPicture, sourceOf } from './sample-artifacts.ts'
import { sampleFace } from './sample-face.ts'

const wall = paint(600, 800, (x, y) => [150, 145, 138].map((level) => level + noise(x, y, 3)))

async function findingOf(check: CheckId, given: Partial<Artifacts>) {
  const source = sourceOf(given.picture ?? wall, { kind: 'selfie', ...given })
  const [finding] = await runChecks(source, shippedPolicies['camera-photos'], { only: [check] })
  return finding!
}

const pose = (yaw: number, pitch: number, roll = 0) => sampleFace({}, { pose: { yaw, pitch, roll } })
const untraced = sampleFace({}, { mesh: [], pose: null, eyeDistancePx: null })

describe('face-count', () => {
  test('one person passes, with the box that was found', async () => {
    const face = sampleFace()
    const finding = await findingOf('face-count', { faces: [face] })
    expect(finding).toMatchObject({ outcome: 'pass', value: 1 })
    expect(finding.detail.faces).toEqual([{ box: face.box, confidence: 0.9 }])
    expect(finding.regions).toHaveLength(1)
  })

  test('nobody, and two people, fail with their reasons', async () => {
    const nobody = await findingOf('face-count', { faces: [] })
    expect(nobody).toMatchObject({ outcome: 'fail', value: 0, reasons: ['selfie_no_face'] })
    expect(nobody.summary).not.toMatch(/no person/i)
    const two = [sampleFace({ at: [0.3, 0.4], eyes: 0.1 }), sampleFace({ at: [0.7, 0.4], eyes: 0.08 })]
    const finding = await findingOf('face-count', { faces: two })
    expect(finding).toMatchObject({ outcome: 'fail', value: 2, reasons: ['selfie_multiple_people'] })
  })

  test('a face far behind is background, not a second person', async () => {
    const faces = [sampleFace(), sampleFace({ at: [0.9, 0.2], eyes: 0.02 })]
    const finding = await findingOf('face-count', { faces })
    expect(finding).toMatchObject({ outcome: 'pass', value: 1 })
    expect(finding.detail.background).toBe(1)
    expect(finding.summary).toContain('background')
  })

  test('a covered face that only the detector saw is one face', async () => {
    const finding = await findingOf('face-count', { faces: [untraced] })
    expect(finding).toMatchObject({ outcome: 'pass', value: 1 })
    expect(finding.summary).toContain('covered')
  })

  test('a document without a portrait fails; where it is blurred the check can’t tell; a back needs none', async () => {
    const card = { picture: cardPicture(), faces: [] }
    const missing = await findingOf('face-count', { kind: 'id_front', ...card })
    expect(missing).toMatchObject({ outcome: 'fail', reasons: ['doc_portrait_missing'] })
    expect((await findingOf('face-count', { kind: 'id_front', faces: [] })).outcome).toBe('inconclusive')
    expect((await findingOf('face-count', { kind: 'id_back', ...card })).outcome).toBe('not_applicable')
    const withGhost = [sampleFace(), sampleFace({ at: [0.9, 0.5], eyes: 0.06 })]
    expect((await findingOf('face-count', { kind: 'passport_page', faces: withGhost })).outcome).toBe('pass')
  })
})

describe('face-position', () => {
  test('a large, whole face passes', async () => {
    expect(await findingOf('face-position', { faces: [sampleFace()] })).toMatchObject({ outcome: 'pass', value: 180 })
  })

  test('the score falls with the eyes’ distance, and too small a face fails', async () => {
    const scores = []
    for (const eyes of [0.2, 0.12, 0.07, 0.04]) {
      const finding = await findingOf('face-position', { faces: [sampleFace({ eyes })] })
      scores.push(finding.score)
      expect(finding.outcome).toBe(eyes < 0.06 ? 'fail' : 'pass')
      if (eyes < 0.06) expect(finding.reasons).toEqual(['image_low_resolution'])
    }
    expect(scores).toEqual(scores.toSorted((a, b) => b! - a!))
  })

  test('a face cut off by the edge fails, one away from the middle is only mentioned', async () => {
    const cut = await findingOf('face-position', { faces: [sampleFace({ at: [0.08, 0.4] })] })
    expect(cut).toMatchObject({ outcome: 'fail', reasons: ['selfie_no_face'] })
    const aside = await findingOf('face-position', { faces: [sampleFace({ at: [0.2, 0.4], eyes: 0.1 })] })
    expect(aside.outcome).toBe('pass')
    expect(aside.summary).toContain('middle')
  })
})

describe('face-pose', () => {
  test.each([
    [pose(3, -4), 'pass'],
    [pose(0, 0, 18), 'pass'],
    [pose(-20, 2), 'inconclusive'],
    [pose(2, 19), 'inconclusive'],
    [pose(31, 0), 'fail'],
    [pose(0, -28), 'fail'],
    [untraced, 'inconclusive'],
  ])('pose %#', async (face, outcome) => {
    const finding = await findingOf('face-pose', { faces: [face] })
    expect(finding.outcome, finding.summary).toBe(outcome)
    expect(finding.reasons).toEqual(outcome === 'fail' ? ['face_pose_expression'] : [])
  })

  test('says which way the head is turned, and that it leans', async () => {
    expect((await findingOf('face-pose', { faces: [pose(31, 0)] })).summary).toContain('31° to the right')
    expect((await findingOf('face-pose', { faces: [pose(0, 0, 18)] })).summary).toContain('leans 18°')
  })
})
