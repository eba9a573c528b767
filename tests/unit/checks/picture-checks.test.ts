import { describe, expect, test } from 'vitest'
import type { Picture } from '#lib/domain/artifacts'
import { polygonArea } from '#lib/pixels/polygon-mask'
import { paint } from '../pixels/test-picture.ts'
import { findingOf } from './finding-of.ts'
import { type CardOptions, cardPicture } from './sample-artifacts.ts'

type Touch = NonNullable<CardOptions['touch']>

function veiled(picture: Picture, share: number): Picture {
  return changed(picture, (colour) => colour.map((level) => level * (1 - share) + 190 * share))
}

function changed(picture: Picture, change: (colour: number[], x: number, y: number) => number[]): Picture {
  return paint(picture.width, picture.height, (x, y) => {
    const at = (y * picture.width + x) * 3
    const colour = change([picture.data[at]!, picture.data[at + 1]!, picture.data[at + 2]!], x, y)
    return colour.map((level) => Math.min(255, level))
  })
}

/** Mean over a square of `2 × radius + 1` pixels. */
function softened(picture: Picture, radius: number): Picture {
  return paint(picture.width, picture.height, (x, y) => {
    const sums = [0, 0, 0]
    let count = 0
    for (let py = Math.max(0, y - radius); py <= Math.min(picture.height - 1, y + radius); py++) {
      for (let px = Math.max(0, x - radius); px <= Math.min(picture.width - 1, x + radius); px++) {
        for (let c = 0; c < 3; c++) sums[c]! += picture.data[(py * picture.width + px) * 3 + c]!
        count++
      }
    }
    return sums.map((sum) => sum / count)
  })
}

/** Light round a place on the card. */
function lampAt(x: number, y: number, radius: number, fade: number): Touch {
  return (colour, u, v) => {
    const light = 320 / (1 + Math.exp((Math.hypot(u - x, v - y) - radius) / fade))
    return colour.map((level) => level + light)
  }
}

function inHalfShade(light: number): Picture {
  return cardPicture({ touch: (colour, u) => (u < 290 ? colour.map((level) => level * light) : colour) })
}

const card = cardPicture()

describe('haze', () => {
  test('a veil over everything fails, and the customer is told to wipe the lens', async () => {
    const finding = await findingOf('haze', veiled(card, 0.45))
    expect(finding.outcome, finding.summary).toBe('fail')
    expect(finding.reasons).toEqual(['image_blurry'])
  })

  test('the thicker the veil, the lower the score', async () => {
    const scores: number[] = []
    for (const share of [0, 0.1, 0.2, 0.3, 0.4, 0.5]) scores.push((await findingOf('haze', veiled(card, share))).score!)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(scores.at(-1)!).toBeLessThan(scores[0]! - 40)
  })

  test('a blank page with nothing black on it can’t tell', async () => {
    const blank = paint(960, 640, () => [210, 208, 200])
    expect((await findingOf('haze', blank)).outcome).toBe('inconclusive')
  })
})

describe('colour cast', () => {
  const lit = (red: number, green: number, blue: number) =>
    changed(card, ([r, g, b]) => [r! * red, g! * green, b! * blue])

  test('warm light leaves nothing grey: a note that fails nothing', async () => {
    const finding = await findingOf('colour-cast', lit(1.1, 0.8, 0.45))
    expect(finding.outcome).toBe('inconclusive')
    expect(finding.summary).toMatch(/yellow|red/)
    expect(finding.reasons).toEqual([])
  })

  test('the stronger the tint, the lower the score', async () => {
    const scores: number[] = []
    for (const gain of [1, 0.9, 0.8, 0.7, 0.6]) scores.push((await findingOf('colour-cast', lit(1, gain, gain))).score!)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  })
})

describe('colour', () => {
  const isOffCard = (x: number, y: number) => x < 160 || x >= 800 || y < 118 || y >= 522
  const grey = ([, green]: number[]) => [green!, green!, green!]
  /** Grey print with a little of the camera's own colour, on wood. */
  const faintly: Touch = (colour, u) => {
    const [level] = grey(colour)
    return [level!, level!, level! * (u % 160 < 80 ? 0.992 : 1.008)]
  }
  const copy = changed(cardPicture({ touch: faintly }), (colour, x, y) =>
    isOffCard(x, y) ? [140 + (x % 40), 95, 50 + (y % 30)] : colour,
  )

  test('a colour photo of a grey copy fails on a front', async () => {
    const finding = await findingOf('colour', copy, { kind: 'id_front' })
    expect(finding.value, finding.summary).toBeGreaterThan(1.2)
    expect(finding.reasons).toEqual(['image_black_and_white'])
  })

  test('a back without colour on a table in colour is left to a person', async () => {
    const black = changed(copy, (colour, x, y) => (isOffCard(x, y) ? colour : grey(colour)))
    const finding = await findingOf('colour', black, { kind: 'id_back' })
    expect(finding.outcome, finding.summary).toBe('inconclusive')
  })

  test('a back without colour on a picture without colour fails', async () => {
    const finding = await findingOf('colour', changed(copy, grey), { kind: 'id_back' })
    expect(finding.outcome, finding.summary).toBe('fail')
  })
})

describe('exposure', () => {
  test('a cast shadow is drawn where it lies', async () => {
    const finding = await findingOf('exposure', inHalfShade(0.6))
    expect(finding.outcome, finding.summary).toBe('fail')
    expect(finding.reasons).toEqual(['image_shadow'])
    const [shadow] = finding.regions
    const truth = (290 / 960) * (404 / 640)
    expect(Math.abs(polygonArea(shadow!.points) - truth) / truth).toBeLessThan(0.25)
    expect(Math.max(...shadow!.points.map(([x]) => x))).toBeLessThan(480 / 960)
  })

  test('a shadow in the bluer light of a window is found, too', async () => {
    const shade: Touch = (colour, u) => (u < 290 ? colour.map((level, c) => level * [0.5, 0.56, 0.62][c]!) : colour)
    expect((await findingOf('exposure', cardPicture({ touch: shade }))).reasons).toEqual(['image_shadow'])
  })

  test('a coloured band printed to the border is no shadow', async () => {
    const band: Touch = (colour, u) => (u < 290 ? colour.map((level, c) => level * [0.1, 0.7, 0.35][c]!) : colour)
    const finding = await findingOf('exposure', cardPicture({ touch: band }))
    expect(finding.outcome, finding.summary).toBe('pass')
  })

  test('light print on one half of a dark card is no uneven light', async () => {
    const dark: Touch = (_, u, v) => (u > 330 && u % 12 < 3 && v % 30 < 14 ? [170, 170, 170] : [52, 52, 52])
    const finding = await findingOf('exposure', cardPicture({ touch: dark }))
    expect(finding.detail.faults).not.toContain('shadow')
    expect(finding.detail.faults).not.toContain('uneven')
  })

  test('dark skin before a white wall is not lit from behind, whoever stands before a window is', async () => {
    const selfieBefore = (light: number) =>
      paint(480, 640, (x, y) => (Math.hypot(x - 240, y - 320) < 190 ? [72, 48, 34] : [light, light, light]))
    const given = { kind: 'selfie', documentOutline: null } as const
    expect((await findingOf('exposure', selfieBefore(232), given)).detail.faults).not.toContain('backlit')
    expect((await findingOf('exposure', selfieBefore(253), given)).reasons).toContain('image_backlit')
  })

  test('the deeper the shadow, the lower the score', async () => {
    const scores: number[] = []
    for (const light of [0.8, 0.65, 0.5, 0.35]) scores.push((await findingOf('exposure', inHalfShade(light))).score!)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  })
})

describe('glare', () => {
  test('a lamp mirrored in a dark table beside the card counts', async () => {
    const finding = await findingOf(
      'glare',
      changed(card, (colour, x, y) => {
        const light = 320 / (1 + Math.exp((Math.hypot(x - 80, y - 320) - 30) / 12))
        return colour.map((level) => level + light)
      }),
    )
    expect(finding.outcome, finding.summary).toBe('fail')
    expect(finding.summary).toContain('beside the document')
  })

  test('what shines where no document was found is shown, but fails nothing', async () => {
    const shining = cardPicture({ touch: lampAt(420, 200, 60, 8) })
    const found = await findingOf('glare', shining)
    expect(found).toMatchObject({ outcome: 'fail', reasons: ['image_glare'] })
    const nowhere = await findingOf('glare', shining, { documentOutline: null })
    expect(nowhere).toMatchObject({ outcome: 'inconclusive', reasons: [], score: null })
    expect(nowhere.summary).toContain('no document was found')
    expect(nowhere.regions.length).toBeGreaterThan(0)
    const matt = await findingOf('glare', cardPicture(), { documentOutline: null })
    expect(matt).toMatchObject({ outcome: 'pass', summary: 'No reflection anywhere in the picture.' })
  })

  test('many white fields with hard edges are a form', async () => {
    const fields: Touch = (colour, u, v) => (u % 150 > 60 && v % 95 > 45 ? [255, 255, 255] : colour)
    expect((await findingOf('glare', cardPicture({ paper: 190, touch: fields }))).outcome).toBe('pass')
  })

  test('the larger the reflection, the lower the score', async () => {
    const scores: number[] = []
    for (const radius of [0, 20, 40, 60, 90]) {
      const touch = radius === 0 ? undefined : lampAt(420, 200, radius, 8)
      scores.push((await findingOf('glare', cardPicture({ touch }))).score!)
    }
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  })
})

test('the wider the blur, the lower the sharpness', async () => {
  const scores: number[] = []
  for (const radius of [0, 1, 2, 3, 5, 8]) scores.push((await findingOf('sharpness', softened(card, radius))).score!)
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
})
