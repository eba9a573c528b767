import { describe, expect, it } from 'vitest'
import { cameraGuide } from '#app/resubmit/[token]/camera/camera-guide'
import { captureKinds } from '#lib/domain/capture'

const upright = { width: 1080, height: 1920 }
const wide = { width: 1920, height: 1080 }

describe.each([
  ['held upright', upright],
  ['on its side', wide],
])('%s', (_, picture) => {
  it.each(captureKinds)('the frame of %s lies in the middle with room on all sides', (kind) => {
    const { x, y, width, height } = cameraGuide(kind, picture)
    expect(Math.min(x / picture.width, y / picture.height)).toBeGreaterThanOrEqual(0.05)
    expect(x + width / 2).toBeCloseTo(picture.width / 2)
    expect(y + height / 2).toBeCloseTo(picture.height / 2)
  })
})

it('has the shape of a card, of a passport’s page and of a face', () => {
  const shape = (kind: Parameters<typeof cameraGuide>[0]) => {
    const { width, height } = cameraGuide(kind, upright)
    return width / height
  }
  expect(shape('id_front')).toBeCloseTo(85.6 / 53.98)
  expect(shape('id_back')).toBe(shape('id_front'))
  expect(shape('passport_page')).toBeCloseTo(125 / 88)
  expect(shape('selfie')).toBeLessThan(1)
})

it('only a face gets an oval', () => {
  const { radiusX, radiusY, width, height } = cameraGuide('selfie', upright)
  expect([radiusX, radiusY]).toEqual([width / 2, height / 2])
  const card = cameraGuide('id_front', upright)
  expect(card.radiusX).toBeLessThan(card.height / 10)
})
