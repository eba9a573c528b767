import { describe, expect, test } from 'vitest'
import type { CheckId } from '#lib/checks/registry'
import { runChecks } from '#lib/checks/run-checks'
import type { Artifacts, FileFacts, Picture, Plane } from '#lib/domain/artifacts'
import { type Policy, shippedPolicies } from '#lib/domain/policy'
import { screenSize } from '#lib/domain/screen-size'
import { lumaOf } from '#lib/pixels/luma'
import { noise, paint } from '../pixels/test-picture.ts'
import { cardPicture, sourceOf } from './sample-artifacts.ts'
import { sampleFace } from './sample-face.ts'

const card = cardPicture()
const camera = { Make: 'Apple', Model: 'iPhone 15', ExposureTime: '0.01', FNumber: '1.9', FocalLength: '2.69' }
const file = (given: Partial<FileFacts>): FileFacts => ({
  type: 'jpeg',
  sizeBytes: 1_000_000,
  sha256: '',
  widthPx: 1920,
  heightPx: 1280,
  orientation: 1,
  metadata: camera,
  ...given,
})
const coding = (quality: number, segments: string[] = []) => ({
  quantisation: [],
  quality,
  sampling: [],
  progressive: false,
  segments: segments.map((name) => ({ name, bytes: 10 })),
})

async function findingOf(
  check: CheckId,
  given: Partial<Artifacts> = {},
  policy: Policy = shippedPolicies['camera-photos'],
) {
  const [finding] = await runChecks(sourceOf(given.picture ?? card, given), policy, { only: [check] })
  return finding!
}

function planeOf(width: number, height: number, level: (x: number, y: number) => number): Plane {
  const data = Uint8Array.from({ length: width * height }, (_, i) => level(i % width, Math.floor(i / width)))
  return { data, width, height }
}

describe('where a picture came from', () => {
  test('the front camera named as the lens fails a document and not a selfie', async () => {
    const given = { file: file({ metadata: { ...camera, LensModel: 'iPhone 15 front camera 2.69mm f/1.9' } }) }
    expect(await findingOf('capture-metadata', given)).toMatchObject({
      outcome: 'fail',
      detail: { frontCamera: 'sure' },
    })
    expect((await findingOf('capture-metadata', { ...given, kind: 'selfie' })).outcome).toBe('pass')
  })

  test('merged exposures and digital zoom are notes; without camera facts nothing can be told', async () => {
    const noted = await findingOf('capture-metadata', {
      file: file({
        metadata: { ...camera, FocalLength: '6.8', CustomRendered: 'HDR (no original saved)', DigitalZoomRatio: '1.6' },
      }),
    })
    expect(noted).toMatchObject({ outcome: 'pass', value: 2, detail: { hdr: true, digitalZoom: 1.6 } })
    expect((await findingOf('capture-metadata', { file: file({ metadata: {} }) })).outcome).toBe('inconclusive')
  })

  test.each([
    ['Software', { Software: 'Adobe Photoshop 21.2 (Windows)' }, []],
    ['Software', { Software: 'Snapseed 2.0' }, []],
    ['JPEG comment', {}, ['JFIF', 'Comment: Created with GIMP']],
    ['JPEG segments', {}, ['Ducky', 'Adobe']],
  ])('an editing program’s signature in its %s is a fact', async (where, metadata, segments) => {
    const finding = await findingOf('edited', { file: file({ metadata }), jpegCoding: coding(90, segments) })
    expect(finding).toMatchObject({ outcome: 'fail', reasons: ['image_edited'], detail: { where } })
  })

  test('a phone’s own software, a photo manager and a lone Adobe segment are no signature', async () => {
    for (const [metadata, segments] of [
      [{ Software: '17.5.1', CreatorTool: '17.5.1' }, []],
      [{ Software: 'Adobe Photoshop Lightroom 3.4.1' }, []],
      [{ Software: 'Adobe Photoshop Lightroom Classic 13.0' }, ['Adobe', 'Photoshop 3.0']],
      [{}, ['Adobe']],
    ] as const) {
      const given = { file: file({ metadata }), jpegCoding: coding(90, [...segments]) }
      expect((await findingOf('edited', given)).outcome).toBe('pass')
    }
  })

  test('of a PDF with several pages it is said that one alone was looked at', async () => {
    const pdf = { file: file({ type: 'pdf' as const, metadata: { Pages: '2' } }) }
    const { outcome, summary } = await findingOf('scan', pdf, shippedPolicies['photos-and-pdf'])
    expect(outcome).toBe('pass')
    expect(summary).toContain('2 pages, of which only the first was looked at')
  })

  test('a PDF and a scanner’s name are scans, which only some policies take', async () => {
    for (const given of [
      { file: file({ type: 'pdf' as const, metadata: {} }) },
      { file: file({ metadata: { Make: 'EPSON', Model: 'Perfection V39' } }) },
    ]) {
      expect(await findingOf('scan', given)).toMatchObject({ outcome: 'fail', reasons: ['capture_digital_document'] })
      expect((await findingOf('scan', given, shippedPolicies['photos-and-pdf'])).outcome).toBe('pass')
    }
    const white = paint(900, 640, (x, y) =>
      x > 60 && x < 840 && y > 60 && y < 580 ? [120, 130, 160] : [255, 255, 255],
    )
    const stated = file({ metadata: { XResolution: '300', ResolutionUnit: 'inches' } })
    expect((await findingOf('scan', { picture: white, file: stated })).outcome).toBe('fail')
  })

  test('a quality below 50 fails, by the tables or by the blocks that show', async () => {
    expect(await findingOf('compression', { jpegCoding: coding(35) })).toMatchObject({ outcome: 'fail', value: 35 })
    const blocks = planeOf(640, 480, (x, y) => 120 + noise(x >> 3, y >> 3, 9) + noise(x, y, 0.6))
    expect(await findingOf('compression', { nativeLuma: blocks, jpegCoding: coding(92) })).toMatchObject({
      outcome: 'fail',
      reasons: ['file_too_small'],
    })
  })

  test('pixels made up between others are noticed, and so is the camera’s own zoom', async () => {
    const small = (x: number, y: number) => 128 + noise(x, y, 50)
    const at = (x: number, y: number) => {
      const [left, top] = [Math.floor(x), Math.floor(y)]
      const [u, v] = [x - left, y - top]
      const upper = small(left, top) * (1 - u) + small(left + 1, top) * u
      return upper * (1 - v) + (small(left, top + 1) * (1 - u) + small(left + 1, top + 1) * u) * v
    }
    const enlarged = planeOf(700, 640, (x, y) => at(x / 1.7, y / 1.7))
    expect(await findingOf('upscaled', { nativeLuma: enlarged })).toMatchObject({
      outcome: 'fail',
      reasons: ['image_low_resolution'],
    })
    expect((await findingOf('upscaled', { nativeLuma: planeOf(700, 640, small) })).outcome).toBe('pass')
    const zoomed = file({ metadata: { ...camera, DigitalZoomRatio: '2.7' } })
    expect((await findingOf('upscaled', { file: zoomed })).outcome).toBe('fail')
  })

  test('a file that names itself a screenshot is one; a screen’s size needs a second sign', async () => {
    const named = { file: file({ metadata: { UserComment: 'Screenshot' } }) }
    expect(await findingOf('screenshot', named)).toMatchObject({ outcome: 'fail', reasons: ['capture_screenshot'] })
    const size = file({ type: 'png', widthPx: 1170, heightPx: 2532, metadata: {} })
    expect((await findingOf('screenshot', { file: size })).outcome).toBe('pass')
    const screen = planeOf(585, 1266, (x, y) =>
      y < 80 ? (y > 20 && y < 32 && x > 30 && x < 70 ? 10 : 246) : y < 1180 ? 128 + noise(x, y, 60) : 20,
    )
    expect((await findingOf('screenshot', { file: size, nativeLuma: screen })).outcome).toBe('fail')
    expect((await findingOf('screenshot', { file: file({}), nativeLuma: screen })).outcome).toBe('pass')
  })

  test('screens’ sizes are told from those cameras share', () => {
    expect([screenSize(1170, 2532), screenSize(2532, 1170), screenSize(720, 1280), screenSize(4032, 3024)]).toEqual([
      'sure',
      'sure',
      'possible',
      null,
    ])
  })

  test('a pattern that changes from place to place is a screen’s where colours take turns; what stays the same is print', async () => {
    const pattern = (bend: number, step: number): Picture =>
      paint(1000, 800, (x, y) => {
        const phase = 1.3 * x + 0.5 * y + bend * (x * x + y * x)
        return [0, 1, 2].map((channel) => 140 + 25 * Math.sin(phase + step * channel) + noise(x, y, 8))
      })
    const lumaOnly = (picture: Picture) =>
      planeOf(picture.width, picture.height, (x, y) => picture.data[(y * picture.width + x) * 3]!)
    for (const [bend, step, outcome] of [
      [0.00012, 1.4, 'fail'],
      [0.00012, 0, 'inconclusive'],
      [0, 1.4, 'pass'],
    ] as const) {
      const picture = pattern(bend, step)
      const given = { picture, nativeLuma: lumaOnly(picture), documentOutline: null }
      expect((await findingOf('recapture', given)).outcome).toBe(outcome)
    }
  })

  test('bands in which colours take turns are a screen’s, bands of one ink are print', async () => {
    const bands = (step: number, swing: number): Picture =>
      paint(640, 512, (x, y) => {
        const phase = 0.3 * x + 0.12 * y + 0.0002 * (x * x + y * x)
        return [0, 1, 2].map((channel) => 170 + swing * Math.sin(phase + step * channel) + noise(x, y, 4))
      })
    const finding = (picture: Picture) =>
      findingOf('recapture', { picture, nativeLuma: lumaOf(picture), documentOutline: null })
    const [none, faint, strong] = await Promise.all([0, 0.7, 6].map((swing) => finding(bands(2.1, swing))))
    expect(strong).toMatchObject({ outcome: 'fail', reasons: ['capture_photo_of_screen'] })
    expect(strong!.value).toBeGreaterThan(faint!.value!)
    expect(faint!.value).toBeGreaterThanOrEqual(none!.value!)
    expect((await finding(bands(0, 6))).outcome).toBe('pass')
  })

  test('smoothed cheeks are a hint and never fail; detail as in the rest of the face passes', async () => {
    const face = sampleFace({ eyes: 0.2 })
    const [cheek, otherCheek] = [face.mesh[50]!, face.mesh[280]!]
    const skin = (smooth: boolean) =>
      planeOf(1000, 1000, (x, y) => {
        const onCheek = [cheek, otherCheek].some(([u, v]) => Math.hypot(x - 1000 * u, y - 1000 * v) < 50)
        const coarse = noise(x >> 2, y >> 2, 12)
        return (
          140 +
          coarse * (smooth && onCheek ? Math.sin(x / 5) : 1) +
          (smooth && onCheek ? 12 * Math.sin(y / 4) : noise(x, y, 12))
        )
      })
    const finding = (smooth: boolean) =>
      findingOf('retouched', { kind: 'selfie', faces: [face], nativeLuma: skin(smooth) })
    expect((await finding(false)).outcome).toBe('pass')
    expect((await finding(true)).value).toBeLessThan((await finding(false)).value!)
    expect((await finding(true)).outcome).not.toBe('fail')
  })
})
