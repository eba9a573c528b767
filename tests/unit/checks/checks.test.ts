import { describe, expect, test } from 'vitest'
import type { CheckId } from '#lib/checks/registry'
import { runChecks } from '#lib/checks/run-checks'
import type { Artifacts, FileFacts, Picture } from '#lib/domain/artifacts'
import { type Policy, shippedPolicies } from '#lib/domain/policy'
import { paint } from '../pixels/test-picture.ts'
import { type CardOptions, cardPicture, sourceOf } from './sample-artifacts.ts'

const policy: Policy = shippedPolicies['camera-photos']

async function findingOf(check: CheckId, picture: Picture, given: Partial<Artifacts> = {}) {
  const [finding] = await runChecks(sourceOf(picture, given), policy, { only: [check] })
  return finding!
}

const card = cardPicture()
const cardWith = (options: CardOptions) => cardPicture(options)
const facts: FileFacts = {
  type: 'jpeg',
  sizeBytes: 1_000_000,
  sha256: '',
  widthPx: 1920,
  heightPx: 1280,
  orientation: 1,
  metadata: {},
}

/** Mean over 9 × 9 pixels. */
function softened(picture: Picture): Picture {
  return paint(picture.width, picture.height, (x, y) => {
    const sums = [0, 0, 0]
    for (let dy = -4; dy <= 4; dy++) {
      for (let dx = -4; dx <= 4; dx++) {
        const px = Math.min(picture.width - 1, Math.max(0, x + dx))
        const py = Math.min(picture.height - 1, Math.max(0, y + dy))
        for (let c = 0; c < 3; c++) sums[c]! += picture.data[(py * picture.width + px) * 3 + c]!
      }
    }
    return sums.map((sum) => sum / 81)
  })
}

/** Light that adds to what is printed, burnt out in the middle of the card's right half and fading over some 60 px. */
function lamp(colour: number[], u: number, v: number): number[] {
  const light = 320 / (1 + Math.exp((Math.hypot(u - 420, v - 200) - 60) / 9))
  return colour.map((level) => level + light)
}

test('a well photographed card passes every check', async () => {
  const findings = await runChecks(sourceOf(card), policy)
  expect(
    findings
      .filter(({ outcome }) => outcome !== 'pass' && outcome !== 'not_applicable')
      .map(({ check, summary }) => `${check}: ${summary}`),
  ).toEqual([])
})

describe('each check fails its own defect, names a reason and stays calm about the rest', () => {
  const failures: [CheckId, Picture, string, Partial<Artifacts>?][] = [
    ['file-type', card, 'file_pdf_not_accepted', { file: { ...facts, type: 'pdf' } }],
    ['file-size', card, 'file_too_small', { file: { ...facts, sizeBytes: 40_000 } }],
    ['resolution', card, 'image_low_resolution', { file: { ...facts, widthPx: 480, heightPx: 320 } }],
    ['colour', greyed(card), 'image_black_and_white'],
    ['cropping', cardWith({ left: -90 }), 'doc_cut_off'],
    [
      'exposure',
      cardWith({ paper: 40, table: 20, touch: (colour) => colour.map((level) => level / 6) }),
      'image_too_dark',
    ],
    [
      'exposure',
      cardWith({ touch: (colour, u) => (u > 380 ? colour.map((level) => level * 0.4) : colour) }),
      'image_shadow',
    ],
    ['sharpness', softened(card), 'image_blurry'],
    ['glare', cardWith({ touch: lamp }), 'image_glare'],
  ]
  test.each(failures)('%s', async (check, picture, reason, given) => {
    const finding = await findingOf(check, picture, given)
    expect(finding.outcome, finding.summary).toBe('fail')
    expect(finding.reasons).toContain(reason)
    expect(finding.score).toBeLessThan(95)
  })
})

function greyed(picture: Picture): Picture {
  return paint(picture.width, picture.height, (x, y) => {
    const at = (y * picture.width + x) * 3
    const level = Math.round((picture.data[at]! + picture.data[at + 1]! + picture.data[at + 2]!) / 3)
    return [level + 6, level, level - 6]
  })
}

test('a white card on a white table is not glare', async () => {
  expect((await findingOf('glare', cardWith({ paper: 226, table: 215 }))).outcome).toBe('pass')
})

test('coloured shine is mentioned as a hologram and fails nothing', async () => {
  const rainbow = (colour: number[], u: number, v: number) => {
    const light = 200 / (1 + Math.exp((Math.hypot(u - 420, v - 200) - 60) / 9))
    return [colour[0]! + light, colour[1]! + light * 0.2, colour[2]! + light]
  }
  expect((await findingOf('glare', cardWith({ touch: rainbow }))).outcome).toBe('pass')
})

test('where no document stands out, cropping can’t tell and the outline is null', async () => {
  const finding = await findingOf(
    'cropping',
    paint(960, 640, () => [128, 126, 120]),
  )
  expect(finding.outcome).toBe('inconclusive')
  expect(finding.detail.outline).toBeNull()
})

test('regions lie in the picture, and heat covers all of it', async () => {
  for (const check of ['glare', 'sharpness'] as const) {
    const finding = await findingOf(check, cardWith({ touch: lamp }))
    const heat = finding.detail.heat as { rows: number; cols: number; values: number[] }
    expect(heat.values).toHaveLength(heat.rows * heat.cols)
    expect(Math.min(...heat.values)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...heat.values)).toBeLessThanOrEqual(1)
    for (const [x, y] of finding.regions.flatMap(({ points }) => points)) {
      expect(x >= 0 && x <= 1 && y >= 0 && y <= 1).toBe(true)
    }
  }
})
