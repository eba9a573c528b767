import { describe, expect, test } from 'vitest'
import type { CheckId } from '#lib/checks/registry'
import { runChecks } from '#lib/checks/run-checks'
import type { Artifacts, Companion, Face, FaceWear } from '#lib/domain/artifacts'
import { type Policy, shippedPolicies } from '#lib/domain/policy'
import type { OutlinePoint } from '#lib/domain/region'
import { lids, meshPoint } from '#lib/pixels/face-mesh'
import { noise, paint } from '../pixels/test-picture.ts'
import { cardPicture, sourceOf } from './sample-artifacts.ts'
import { bareFace, restingMesh, sampleFace } from './sample-face.ts'

const wall = paint(600, 800, (x, y) => [150, 145, 138].map((level) => level + noise(x, y, 3)))

async function findingOf(check: CheckId, given: Partial<Artifacts>, policy: Policy = shippedPolicies['camera-photos']) {
  const source = sourceOf(given.picture ?? wall, { kind: 'selfie', ...given })
  const [finding] = await runChecks(source, policy, { only: [check] })
  return finding!
}

/** As finely drawn as skin close by, and the same out of focus. */
const sharp = paint(600, 800, (x, y) => [150, 145, 138].map((level) => level + noise(x, y, 60)))
const blurred = paint(600, 800, (x, y) =>
  [150, 145, 138].map((level) => level + 50 * Math.sin(x / 9) * Math.sin(y / 9)),
)
const corner = [
  [0.1, 0.1],
  [0.2, 0.1],
  [0.2, 0.2],
  [0.1, 0.2],
] as const

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

const upperLids: readonly number[] = [...lids.right.upper, ...lids.left.upper]
const lowerOf = new Map<number, number>(
  [lids.right, lids.left].flatMap(({ upper, lower }) => upper.map((at, n) => [at, lower[n]!])),
)

/** A face whose lids are open by this share of what they were, and whose lower lip hangs by this much. */
function faceWith({
  lidShare = 1,
  jaw = 0,
  given = {},
}: {
  lidShare?: number
  jaw?: number
  given?: Partial<Face>
}): Face {
  const move = ([x, y]: OutlinePoint, index: number): OutlinePoint => {
    if (index === meshPoint.mouth.lowerInner) return [x, y + jaw]
    if (!upperLids.includes(index)) return [x, y]
    const [under, below] = restingMesh[lowerOf.get(index)!]!
    return [under + (x - under) * lidShare, below + (y - below) * lidShare]
  }
  return sampleFace({ move }, given)
}

describe('face-expression', () => {
  test('open eyes and a closed mouth pass', async () => {
    expect(await findingOf('face-expression', { faces: [faceWith({})] })).toMatchObject({ outcome: 'pass' })
  })

  test('the score falls as the eyes close, over unsure to failed', async () => {
    const seen = []
    for (const lidShare of [1, 0.6, 0.25, 0.1]) {
      const { outcome, score } = await findingOf('face-expression', { picture: sharp, faces: [faceWith({ lidShare })] })
      seen.push({ outcome, score: score! })
    }
    expect(seen.map(({ outcome }) => outcome)).toEqual(['pass', 'pass', 'inconclusive', 'fail'])
    expect(seen.map(({ score }) => score)).toEqual(seen.map(({ score }) => score).toSorted((a, b) => b - a))
  })

  test.each([
    ['a small face', { eyeDistancePx: 40 }],
    ['a turned head', { pose: { yaw: 22, pitch: 0, roll: 0 } }],
    ['mirrored light', { wear: { ...bareFace, lensGlare: [{ share: 0.1, place: corner }, null] } }],
    ['sunglasses', { wear: { ...bareFace, eyeLevel: 0.2, eyeContrast: 0.2 } }],
  ] as [string, Partial<Face>][])('%s leaves it open whether eyes are closed', async (_, given) => {
    const finding = await findingOf('face-expression', { faces: [faceWith({ lidShare: 0.1, given })] })
    expect(finding.outcome).toBe('inconclusive')
    expect(finding.reasons).toEqual([])
  })

  test('blur leaves it open too', async () => {
    const finding = await findingOf('face-expression', { picture: blurred, faces: [faceWith({ lidShare: 0.1 })] })
    expect(finding.outcome).toBe('inconclusive')
    expect(finding.summary).toContain('blurred')
  })

  test('an open mouth fails, but not behind a mask', async () => {
    const open = await findingOf('face-expression', { faces: [faceWith({ jaw: 0.25 })] })
    expect(open).toMatchObject({ outcome: 'fail', reasons: ['face_pose_expression'] })
    expect(open.regions).toHaveLength(1)
    const given = { wear: { ...bareFace, cheekColour: 0.2 } }
    expect((await findingOf('face-expression', { faces: [faceWith({ jaw: 0.25, given })] })).outcome).toBe(
      'inconclusive',
    )
  })
})

const wearing = (wear: Partial<FaceWear>, given: Partial<Face> = {}) =>
  sampleFace({}, { wear: { ...bareFace, ...wear }, ...given })

describe('face-covered', () => {
  test.each([
    ['a bare face', {}, 'pass'],
    ['sunglasses', { eyeLevel: 0.2, eyeContrast: 0.15, bridge: 0.2 }, 'fail'],
    ['eyes in deep shadow, and no frame', { eyeLevel: 0.2, eyeContrast: 0.15 }, 'inconclusive'],
    ['dark eyes with bright whites', { eyeLevel: 0.3, eyeContrast: 0.7 }, 'pass'],
    ['the shadow of a brim', { eyeLevel: 0.4, eyeContrast: 0.4 }, 'inconclusive'],
    ['a mask', { lowerFaceColour: 0.2, cheekColour: 0.1 }, 'fail'],
    ['a red beard', { lowerFaceColour: 0.08 }, 'pass'],
    ['a scarf, or an unusual beard', { lowerFaceColour: 0.13 }, 'inconclusive'],
  ] as [string, Partial<FaceWear>, string][])('%s', async (_, wear, outcome) => {
    const finding = await findingOf('face-covered', { faces: [wearing(wear)] })
    expect(finding.outcome, finding.summary).toBe(outcome)
    expect(finding.reasons).toEqual(outcome === 'fail' ? ['face_covered'] : [])
    expect(finding.regions.length > 0).toBe(outcome === 'fail')
  })

  test('the darker the glasses, the lower the score', async () => {
    const scores = []
    for (const level of [0.8, 0.5, 0.36, 0.2, 0.05]) {
      const finding = await findingOf('face-covered', {
        faces: [wearing({ eyeLevel: level, eyeContrast: level, bridge: 0.2 })],
      })
      scores.push(finding.score!)
    }
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  })
})

describe('glasses', () => {
  const frame = { bridge: 0.3, rims: 0.1 }
  const asPortrait = shippedPolicies['photos-and-pdf']
  const portrait = (face: Face): Companion[] => [{ kind: 'id_front', readings: { faces: [face] } }]

  test('none pass; worn, they fail where the policy wants them off; in between it stays open', async () => {
    expect((await findingOf('glasses', { faces: [wearing({})] })).outcome).toBe('pass')
    const worn = await findingOf('glasses', { faces: [wearing(frame)] })
    expect(worn).toMatchObject({ outcome: 'fail', reasons: ['face_glasses'] })
    expect(worn.regions).toHaveLength(2)
    expect((await findingOf('glasses', { faces: [wearing({ bridge: 0.11 })] })).outcome).toBe('inconclusive')
    expect((await findingOf('glasses', { faces: [wearing(frame, { eyeDistancePx: 30 })] })).outcome).toBe(
      'inconclusive',
    )
  })

  test.each([
    ['with glasses', wearing(frame), 'pass'],
    ['without', wearing({}), 'fail'],
    ['too small to tell', wearing({}, { eyeDistancePx: 25 }), 'inconclusive'],
  ])('they may stay on beside a portrait as the policy says: %s', async (_, face, outcome) => {
    const given = { faces: [wearing(frame)], companions: portrait(face) }
    expect((await findingOf('glasses', given, asPortrait)).outcome).toBe(outcome)
  })

  test('without a portrait to compare with it can’t tell', async () => {
    expect((await findingOf('glasses', { faces: [wearing(frame)] }, asPortrait)).outcome).toBe('inconclusive')
  })

  test('light mirrored in them fails under either policy, where it is', async () => {
    const mirrored = wearing({ ...frame, lensGlare: [null, { share: 0.09, place: corner }] })
    for (const policy of Object.values(shippedPolicies)) {
      const finding = await findingOf('glasses', { faces: [mirrored], companions: portrait(mirrored) }, policy)
      expect(finding).toMatchObject({ outcome: 'fail', reasons: ['face_glasses'] })
      expect(finding.regions.map(({ points }) => points)).toEqual([corner])
    }
    const spark = wearing({ lensGlare: [{ share: 0.01, place: corner }, null] })
    expect((await findingOf('glasses', { faces: [spark] })).outcome).toBe('pass')
  })
})

describe('portrait-match', () => {
  const described = (descriptor: number[] | null) => sampleFace({}, { descriptor })
  const beside = (descriptor: number[] | null): Companion[] => [
    { kind: 'id_back', readings: {} },
    { kind: 'passport_page', readings: { faces: [described(descriptor)] } },
  ]

  test.each([
    [[0.8, 0.6], 'pass', 0.8],
    [[0.3, 0.954], 'inconclusive', 0.3],
    [null, 'inconclusive', null],
  ] as [number[] | null, string, number | null][])('%j', async (descriptor, outcome, value) => {
    const given = { faces: [described([1, 0])], companions: beside(descriptor) }
    const finding = await findingOf('portrait-match', given)
    expect(finding).toMatchObject({ outcome, value, reasons: [] })
  })
})
