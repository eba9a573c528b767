import { describe, expect, test } from 'vitest'
import { runChecks } from '#lib/checks/run-checks'
import type { Artifacts, FileFacts, Picture } from '#lib/domain/artifacts'
import { shippedPolicies } from '#lib/domain/policy'
import type { Outline } from '#lib/domain/region'
import { noise, paint } from '../pixels/test-picture.ts'
import { cardPicture, mrzOf, sourceOf } from './sample-artifacts.ts'

async function findingOf(check: string, picture: Picture, given: Partial<Artifacts> = {}) {
  const [finding] = await runChecks(sourceOf(picture, given), shippedPolicies['camera-photos'], { only: [check] })
  return finding!
}

const card = cardPicture()
/** Where `cardPicture` puts its card of 640 × 404 px on 960 × 640. */
const cardOutline: Outline = [
  [160 / 960, 118 / 640],
  [800 / 960, 118 / 640],
  [800 / 960, 522 / 640],
  [160 / 960, 522 / 640],
]

/** A thumb 90 px wide that comes in from the left edge and reaches `reach` px onto the card, in any colour. */
function withThumb(reach: number, [red, green, blue]: readonly [number, number, number]): Picture {
  return paint(card.width, card.height, (x, y) => {
    const at = (y * card.width + x) * 3
    const under = [card.data[at]!, card.data[at + 1]!, card.data[at + 2]!]
    const end = 160 + reach - 45
    const isThumb = Math.abs(y - 320) < 45 && (x < end || Math.hypot(x - end, y - 320) < 45)
    const shade = 1 - ((y - 320) / 150) ** 2 - noise(x, y, 4) / 100
    return isThumb ? [red * shade, green * shade, blue * shade] : under
  })
}

describe('something over the edge', () => {
  test.each([
    ['light', [214, 164, 138]],
    ['brown', [141, 94, 66]],
    ['dark', [78, 48, 34]],
  ] as const)('a thumb of %s skin covers the document, and where is said', async (_, colour) => {
    const finding = await findingOf('obstruction', withThumb(110, colour), {
      documentOutline: { outline: cardOutline, confidence: 0.9 },
    })
    expect(finding.outcome, finding.summary).toBe('fail')
    expect(finding.reasons).toEqual(['doc_covered'])
    const [[left, top]] = finding.regions[0]!.points as [[number, number]]
    expect(left).toBeGreaterThan(0.1)
    expect(left).toBeLessThan(0.35)
    expect(top).toBeGreaterThan(0.35)
  })

  test('a thumb over the portrait or the machine-readable zone is said to be', async () => {
    const onCard = { documentOutline: { outline: cardOutline, confidence: 0.9 } }
    const thumb = withThumb(170, [200, 150, 120])
    const over = async (kind: 'id_front' | 'id_back') => await findingOf('obstruction', thumb, { ...onCard, kind })
    expect((await over('id_front')).summary).toContain('over the portrait')
    expect((await over('id_front')).detail.over).toEqual({ portrait: expect.any(Number) })
    expect((await over('id_back')).summary).not.toContain('portrait')
  })

  test('on a document that stands on end it is not said what is covered', async () => {
    const [a, b, c, d] = cardOutline
    const documentOutline = { outline: [b, c, d, a] as Outline, confidence: 0.9 }
    const finding = await findingOf('obstruction', withThumb(170, [200, 150, 120]), { documentOutline })
    expect(finding).toMatchObject({ outcome: 'fail', detail: { over: {} } })
  })

  test('the farther it reaches in, the worse the score', async () => {
    const reaches = [0, 60, 120, 200]
    const findings = await Promise.all(
      reaches.map((reach) =>
        findingOf('obstruction', reach === 0 ? card : withThumb(reach, [200, 150, 120]), {
          documentOutline: { outline: cardOutline, confidence: 0.9 },
        }),
      ),
    )
    const scores = findings.map(({ score }) => score!)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(scores[0]).toBe(100)
  })

  test('a brown table is not skin over the document', async () => {
    const wood = paint(960, 640, (x, y) => {
      const at = (y * 960 + x) * 3
      const isCard = x >= 160 && x < 800 && y >= 118 && y < 522
      const grain = noise(x, Math.floor(y / 3), 20)
      return isCard ? [card.data[at]!, card.data[at + 1]!, card.data[at + 2]!] : [150 + grain, 102 + grain, 70 + grain]
    })
    const finding = await findingOf('obstruction', wood, { documentOutline: { outline: cardOutline, confidence: 0.9 } })
    expect(finding.outcome, finding.summary).toBe('pass')
  })

  test('without an outline it can’t tell', async () => {
    expect((await findingOf('obstruction', card, { documentOutline: null })).outcome).toBe('inconclusive')
  })
})

describe('whether a document is there', () => {
  const meadow = paint(960, 640, (x, y) => [90 + noise(x, y, 40), 130 + noise(y, x, 40), 60 + noise(x + 9, y, 30)])

  test('an empty table has none', async () => {
    const finding = await findingOf('document-present', meadow)
    expect(finding.outcome, finding.summary).toBe('fail')
    expect(finding.reasons).toEqual(['doc_not_found'])
  })

  test('a card on a table is one', async () => {
    expect((await findingOf('document-present', card)).outcome).toBe('pass')
  })

  test('a clear frame is none where nothing looks like one', async () => {
    const wallet = paint(960, 640, (x, y) => {
      const isWallet = x >= 240 && x < 720 && y >= 160 && y < 460
      const grain = noise(x, y, 10)
      return isWallet ? [52 + grain, 34 + grain, 26 + grain] : [186 + grain, 184 + grain, 178 + grain]
    })
    const outline: Outline = [
      [0.25, 0.25],
      [0.75, 0.25],
      [0.75, 0.719],
      [0.25, 0.719],
    ]
    const finding = await findingOf('document-present', wallet, { documentOutline: { outline, confidence: 0.97 } })
    expect(finding.outcome, finding.summary).toBe('fail')
    expect(finding.summary).toBe(
      'No document in the picture: nothing in it looks like one, and no letters stand in lines.',
    )
  })

  test('a page of print that fills the picture is one without any edges', async () => {
    const page = paint(900, 640, (x, y) => {
      const [column, line] = [Math.floor(x / 14), Math.floor(y / 40)]
      const isLetter = y % 40 < 18 && x % 14 < 9 && noise(column, line, 10) > -8 && (x % 14 < 3 || y % 40 < 4)
      return isLetter ? [40, 40, 46] : [226, 226, 222]
    })
    const finding = await findingOf('document-present', page, { documentOutline: null })
    expect(finding.outcome, finding.summary).toBe('pass')
  })
})

describe('how many documents', () => {
  test('a second one fails and is marked', async () => {
    const second: Outline = [
      [0.7, 0.7],
      [0.95, 0.7],
      [0.95, 0.9],
      [0.7, 0.9],
    ]
    const finding = await findingOf('single-document', card, {
      documentOutline: { outline: cardOutline, confidence: 0.9, others: [second] },
    })
    expect(finding.outcome).toBe('fail')
    expect(finding.value).toBe(2)
    expect(finding.reasons).toEqual(['doc_multiple_in_image'])
    expect(finding.regions[0]!.points).toEqual(second)
  })

  test('one passes', async () => {
    expect((await findingOf('single-document', card)).outcome).toBe('pass')
  })
})

describe('the background', () => {
  test('stands out the less, the nearer the table comes to the paper', async () => {
    const findings = await Promise.all(
      [60, 140, 190].map((table) =>
        findingOf('background', cardPicture({ table }), { documentOutline: { outline: cardOutline, confidence: 0.9 } }),
      ),
    )
    const values = findings.map(({ value }) => value!)
    expect(values).toEqual([...values].sort((a, b) => b - a))
    expect(findings.map(({ outcome }) => outcome)).toEqual(['pass', 'pass', 'pass'])
  })

  test('fails only where an unsure outline has no contrast at all', async () => {
    const even = paint(960, 640, (x, y) => [128, 126, 120].map((level) => level + noise(x, y, 2)))
    const unsure = { outline: cardOutline, confidence: 0.4 }
    expect((await findingOf('background', even, { documentOutline: unsure })).outcome).toBe('fail')
    expect((await findingOf('background', even, { documentOutline: { ...unsure, confidence: 0.8 } })).outcome).toBe(
      'pass',
    )
  })
})

test('a scan trimmed to the document is not said to be cut off', async () => {
  const full: Outline = [
    [0.001, 0.002],
    [0.999, 0.002],
    [0.999, 0.999],
    [0.001, 0.999],
  ]
  const finding = await findingOf('cropping', card, { documentOutline: { outline: full, confidence: 0.9 } })
  expect(finding.outcome).toBe('inconclusive')
  expect(finding.detail.outline).not.toBeNull()
})

describe('resolution', () => {
  const fileOf = (widthPx: number): FileFacts => ({
    type: 'jpeg',
    sizeBytes: 1_000_000,
    sha256: '',
    widthPx,
    heightPx: Math.round((widthPx * 2) / 3),
    orientation: 1,
    metadata: {},
  })
  const onPage = { documentOutline: { outline: cardOutline, confidence: 0.9 } }
  const letters = (widthPx: number): Partial<Artifacts> => ({ ...onPage, file: fileOf(widthPx) })

  test('reckons how high machine-readable letters come out', async () => {
    const finding = await findingOf('resolution', card, { ...onPage, mrz: null })
    // 1280 px over 85.6 mm, letters of 2.4 mm.
    expect(finding.detail.mrzLetterPx).toBeCloseTo(35.9, 0)
  })

  test('a page with few pixels passes where its zone was read with all check digits', async () => {
    const few = letters(640)
    expect(await findingOf('resolution', card, { ...few, mrz: null })).toMatchObject({
      outcome: 'fail',
      threshold: 480,
    })
    expect(await findingOf('resolution', card, { ...few, mrz: mrzOf() })).toMatchObject({
      outcome: 'pass',
      threshold: 357,
      detail: { mrzLetterPx: mrzOf().letterHeightPx },
    })
  })

  test('a zone misread, or one too small to go on, proves nothing', async () => {
    const [first, second, third] = mrzOf().lines as [string, string, string]
    const misread = {
      ...mrzOf(),
      lines: [first, second.replace(/^\d/, (digit) => String((Number(digit) + 1) % 10)), third],
    }
    expect(await findingOf('resolution', card, { ...letters(640), mrz: misread })).toMatchObject({ outcome: 'fail' })
    expect(await findingOf('resolution', card, { ...letters(500), mrz: mrzOf() })).toMatchObject({ outcome: 'fail' })
  })
})
