import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Plane } from '#lib/domain/artifacts'
import { makeSpecimen, type Specimen } from '#specimens/make-specimen'
import type { SpoilOptions } from '#specimens/spoil'

const small = { seed: 7, kind: 'id_front', widthPx: 480, background: 'plain_dark', format: 'png' } as const

/** Brightness of the upright picture. */
async function brightness({ bytes }: Specimen): Promise<Plane> {
  const { data, info } = await sharp(bytes).rotate().greyscale().raw().toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(data), width: info.width, height: info.height }
}

function at({ data, width, height }: Plane, x: number, y: number): number {
  return data[Math.min(height - 1, Math.floor(y * height)) * width + Math.min(width - 1, Math.floor(x * width))]!
}

/** Mean difference between neighbours where the mask says yes (128 and more) or no; null for the whole picture. */
function detail(picture: Plane, mask: Plane | null, inside = true): number {
  let [sum, count] = [0, 0]
  for (let row = 0; row < picture.height; row++) {
    for (let column = 1; column < picture.width; column++) {
      if (mask && at(mask, column / picture.width, row / picture.height) >= 128 !== inside) continue
      const here = row * picture.width + column
      sum += Math.abs(picture.data[here]! - picture.data[here - 1]!)
      count++
    }
  }
  return sum / count
}

function mean(picture: Plane, mask: Plane): number {
  const marked = [...picture.data].filter((_, pixel) => {
    const [column, row] = [pixel % picture.width, Math.floor(pixel / picture.width)]
    return at(mask, (column + 0.5) / picture.width, (row + 0.5) / picture.height) >= 128
  })
  return marked.reduce((sum, value) => sum + value, 0) / marked.length
}

async function spoiltBy(spoil: SpoilOptions) {
  const specimen = await makeSpecimen({ ...small, spoil: [spoil] })
  return { picture: await brightness(specimen), mask: specimen.truth.spoilt[0]!.mask!, truth: specimen.truth }
}

describe('a specimen', { timeout: 60_000 }, () => {
  it('is the same for the same seed and another for another', async () => {
    const [first, again, other] = await Promise.all([7, 7, 8].map((seed) => makeSpecimen({ ...small, seed })))
    expect(first!.bytes.equals(again!.bytes)).toBe(true)
    expect(first!.truth).toEqual(again!.truth)
    expect(first!.bytes.equals(other!.bytes)).toBe(false)
  })

  it('lies where its outline says', async () => {
    const specimen = await makeSpecimen({ ...small, kind: 'id_back' })
    const picture = await brightness(specimen)
    const corners = specimen.truth.outline!
    const middle = [0, 1].map((axis) => corners.reduce((sum, corner) => sum + corner[axis]! / 4, 0)) as [number, number]
    corners.forEach((corner, index) => {
      const next = corners[(index + 1) % 4]!
      const [x, y] = [(corner[0] + next[0]) / 2, (corner[1] + next[1]) / 2]
      const toward = (share: number) => at(picture, x + (middle[0] - x) * share, y + (middle[1] - y) * share)
      expect(toward(0.04)).toBeGreaterThan(toward(-0.04) + 60)
    })
  })

  it('names its holder, its machine-readable zone and where the face is', async () => {
    const { truth } = await makeSpecimen({ ...small, kind: 'passport_page' })
    expect(truth.person.surname).toMatch(/^Specimen-/)
    expect(truth.mrzLines.map((line) => line.length)).toEqual([44, 44])
    expect(truth.mrzLines[0]).toMatch(/^P<UTOSPECIMEN</)
    expect(truth.faces).toHaveLength(1)
    const back = await makeSpecimen({ ...small, kind: 'id_back' })
    expect(back.truth.mrzLines.map((line) => line.length)).toEqual([30, 30, 30])
    expect(back.truth.faces).toEqual([])
  })

  it('is stored turned on request and looks the same upright', async () => {
    const [upright, turned] = await Promise.all([makeSpecimen(small), makeSpecimen({ ...small, orientation: 6 })])
    expect((await sharp(turned.bytes).metadata()).orientation).toBe(6)
    expect((await sharp(turned.bytes).metadata()).width).toBe(360)
    expect(await brightness(turned)).toEqual(await brightness(upright))
  })

  it('carries camera facts like a phone, or none', async () => {
    const jpeg = { ...small, format: 'jpeg' } as const
    expect((await sharp((await makeSpecimen(jpeg)).bytes).metadata()).exif).toBeDefined()
    expect((await sharp((await makeSpecimen({ ...jpeg, exif: 'none' })).bytes).metadata()).exif).toBeUndefined()
  })
})

describe('spoiling', { timeout: 60_000 }, () => {
  it('blurs inside the mask and leaves the rest as it was', async () => {
    const clean = await brightness(await makeSpecimen(small))
    for (const kind of ['motion_blur', 'defocus'] as const) {
      const { picture, mask } = await spoiltBy({ kind, where: 'part', amount: 0.8, at: [0.5, 0.5] })
      expect(detail(picture, mask)).toBeLessThan(0.75 * detail(clean, mask))
      expect(detail(picture, mask, false)).toBeGreaterThan(0.9 * detail(clean, mask, false))
    }
  })

  it('takes away more detail the more it blurs', async () => {
    for (const kind of ['motion_blur', 'defocus'] as const) {
      const details: number[] = []
      for (const amount of [0.1, 0.5, 1]) details.push(detail((await spoiltBy({ kind, amount })).picture, null))
      expect(details).toEqual([...details].sort((a, b) => b - a))
    }
  })

  it('shines white where the glare is and darkens where the shadow is', async () => {
    const clean = await brightness(await makeSpecimen(small))
    const glare = await spoiltBy({ kind: 'glare', at: [0.6, 0.5] })
    expect(mean(glare.picture, glare.mask)).toBeGreaterThan(235)
    const shadow = await spoiltBy({ kind: 'shadow', at: [0.5, 0.5] })
    expect(mean(shadow.picture, shadow.mask)).toBeLessThan(0.85 * mean(clean, shadow.mask))
  })

  it('lets a cut document leave the picture', async () => {
    for (const amount of [0, 0.5, 1]) {
      const { truth } = await makeSpecimen({ ...small, spoil: [{ kind: 'cut', amount }] })
      expect(truth.outline!.flat().some((coordinate) => coordinate < 0 || coordinate > 1)).toBe(true)
    }
  })

  it('marks where fingers cover the document', async () => {
    const { mask, truth } = await spoiltBy({ kind: 'fingers' })
    const share = mask.data.filter((value) => value >= 128).length / mask.data.length
    expect(share).toBeGreaterThan(0.005)
    expect(share).toBeLessThan(0.2)
    expect(truth.spoilt[0]).toMatchObject({ kind: 'fingers', whole: false })
  })

  it('takes out colour, pixels and quality', async () => {
    const grey = await makeSpecimen({ ...small, spoil: [{ kind: 'black_and_white' }] })
    const { channels } = await sharp(grey.bytes).stats()
    expect(channels[0]!.mean).toBeCloseTo(channels[2]!.mean, 5)
    const low = await makeSpecimen({ ...small, widthPx: 1200, spoil: [{ kind: 'low_resolution' }] })
    expect(low.truth.widthPx).toBeLessThan(600)
    const jpeg = { ...small, format: 'jpeg' } as const
    const squeezed = await makeSpecimen({ ...jpeg, spoil: [{ kind: 'heavy_compression' }] })
    expect(squeezed.bytes.length).toBeLessThan(0.5 * (await makeSpecimen(jpeg)).bytes.length)
  })
})
