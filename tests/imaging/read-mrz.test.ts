import { beforeAll, describe, expect, it } from 'vitest'
import { mrzCheckDigits } from '#lib/domain/mrz-check-digits'
import { boundingBox } from '#lib/domain/region'
import { decodePixels } from '#lib/imaging/decode-pixels'
import { sharp } from '#lib/imaging/guarded-sharp'
import { readMrz } from '#lib/imaging/read-mrz'
import { lumaOf } from '#lib/pixels/luma'
import { quarterTurned } from '#lib/pixels/quarter-turn'
import { makeSpecimen, type SpecimenOptions } from '#specimens/make-specimen'

async function photograph(options: SpecimenOptions) {
  const { bytes, truth } = await makeSpecimen(options)
  const { picture, nativeLuma } = await decodePixels(bytes)
  const { width: widthPx } = await nativeLuma()
  return { bytes, truth, luma: lumaOf(picture), nativeLuma, widthPx }
}

type Photo = Awaited<ReturnType<typeof photograph>>

function read({ luma, nativeLuma, widthPx }: Pick<Photo, 'luma' | 'nativeLuma' | 'widthPx'>) {
  return readMrz({ luma, nativeLuma, widthPx })
}

describe('the machine-readable zone of a photographed document', () => {
  let passport: Photo
  let card: Photo
  beforeAll(async () => {
    sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] })
    passport = await photograph({ seed: 'zone/1', kind: 'passport_page' })
    card = await photograph({ seed: 'zone/2', kind: 'id_back' })
  })

  it('of a passport is read as printed, and lies near the foot of the page', async () => {
    const reading = await read(passport)
    expect(reading?.lines).toEqual(passport.truth.mrzLines)
    expect(reading?.format).toBe('TD3')
    expect(mrzCheckDigits(reading!).every(({ holds }) => holds)).toBe(true)
    const [left, top, right, bottom] = boundingBox(passport.truth.outline!)
    for (const [x, y] of reading!.places.flat()) {
      expect(x > left && x < right && y > top + 0.7 * (bottom - top) && y < bottom).toBe(true)
    }
  })

  it('of a card is read as printed', async () => {
    const reading = await read(card)
    expect(reading?.lines).toEqual(card.truth.mrzLines)
    expect(reading?.format).toBe('TD1')
  })

  it('is found whichever way up the picture is, beginning where the text begins', async () => {
    let luma = card.luma
    for (let turns = 1; turns < 4; turns++) {
      luma = quarterTurned(luma)
      const reading = await read({ ...card, luma, widthPx: luma.width })
      expect(reading?.lines).toEqual(card.truth.mrzLines)
      const [begin, end] = reading!.places[0]!
      const [dx, dy] = [end[0] - begin[0], end[1] - begin[1]]
      const direction = Math.abs(dx) > Math.abs(dy) ? (dx > 0 ? 0 : 2) : dy > 0 ? 1 : 3
      expect(direction).toBe(turns)
    }
  })

  it('is not seen where there is none', async () => {
    expect(await read(await photograph({ seed: 'zone/3', kind: 'id_front' }))).toBeNull()
  })

  it('the less sharp the picture, the less sure the reading', async () => {
    const sureness = []
    for (const amount of [0, 0.5, 1]) {
      const spoil = amount === 0 ? [] : [{ kind: 'defocus' as const, amount }]
      const reading = await read(await photograph({ seed: 'zone/1', kind: 'passport_page', spoil }))
      const sure = reading?.confidences.flat() ?? [0]
      sureness.push(sure.reduce((sum, one) => sum + one, 0) / sure.length)
    }
    expect(sureness[0]).toBeGreaterThan(0.98)
    expect(sureness[1]).toBeLessThanOrEqual(sureness[0]! + 0.005)
    expect(sureness[2]).toBeLessThanOrEqual(sureness[1]! + 0.005)
  })
})
