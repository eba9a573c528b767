import { describe, expect, it } from 'vitest'
import {
  type CaptureView,
  fitScale,
  flip,
  fractionMatrix,
  keptRotation,
  panBy,
  project,
  turn,
  unproject,
  wholePicture,
  zoomAt,
  zoomToBox,
} from '../../../components/capture-geometry.ts'

const picture = { width: 4000, height: 3000 }
const stage = { width: 1000, height: 900 }
const angles = [0, 1, 37.5, 90, 180, 211, 270, 359]
const seen = (view: CaptureView, point: [number, number]) => project(point, fractionMatrix(view, picture, stage))

describe('the picture on its stage', () => {
  it('fits whole and centred', () => {
    expect(fitScale(picture, stage, 0)).toBe(0.25)
    expect(seen(wholePicture, [0, 0])).toEqual([0, 75])
    expect(seen(wholePicture, [1, 1])).toEqual([1000, 825])
  })

  it('fits a turned picture by its turned sides', () => {
    expect(fitScale(picture, stage, 90)).toBe(0.225)
    const turned = turn(wholePicture, picture, stage, 90)
    const [x, y] = seen(turned, [0, 0])
    expect(x).toBeCloseTo(837.5)
    expect(y).toBeCloseTo(0)
  })

  it('is back where it was after four quarter turns', () => {
    let view = zoomAt(wholePicture, picture, stage, 3, [300, 200])
    const before = seen(view, [0.4, 0.3])
    for (let step = 0; step < 4; step++) view = turn(view, picture, stage, 90)
    const after = seen(view, [0.4, 0.3])
    expect(after[0]).toBeCloseTo(before[0], 6)
    expect(after[1]).toBeCloseTo(before[1], 6)
  })

  it.each(angles)('zooms towards the pointer, turned by %i degrees', (rotation) => {
    const start = zoomAt({ ...wholePicture, rotation }, picture, stage, 4)
    const target: [number, number] = [0.47, 0.52]
    const pointer = seen(start, target)
    const after = seen(zoomAt(start, picture, stage, 1.7, pointer), target)
    expect(after[0]).toBeCloseTo(pointer[0], 6)
    expect(after[1]).toBeCloseTo(pointer[1], 6)
  })

  it.each(angles)('follows a drag to the pixel, turned by %i degrees', (rotation) => {
    const start = zoomAt({ ...wholePicture, rotation }, picture, stage, 4)
    const before = seen(start, [0.5, 0.5])
    const after = seen(panBy(start, picture, stage, 37, -21), [0.5, 0.5])
    expect(after[0] - before[0]).toBeCloseTo(37, 6)
    expect(after[1] - before[1]).toBeCloseTo(-21, 6)
  })

  it.each(angles)('fits the whole picture turned by %i degrees, touching two sides', (rotation) => {
    const view = turn(wholePicture, picture, stage, rotation)
    const corners = (
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ] as [number, number][]
    ).map((corner) => seen(view, corner))
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
    const margins = [Math.min(...xs), stage.width - Math.max(...xs), Math.min(...ys), stage.height - Math.max(...ys)]
    expect(Math.min(...margins)).toBeCloseTo(0, 6)
    expect(margins[0]).toBeCloseTo(margins[1]!, 6)
    expect(margins[2]).toBeCloseTo(margins[3]!, 6)
  })

  it.each(angles)('mirrors what is seen left to right, turned by %i degrees', (rotation) => {
    const view = zoomAt({ ...wholePicture, rotation }, picture, stage, 3)
    const [x, y] = seen(view, [0.51, 0.48])
    const [mirroredX, mirroredY] = seen(flip(view, picture, stage), [0.51, 0.48])
    expect(mirroredX).toBeCloseTo(stage.width - x, 6)
    expect(mirroredY).toBeCloseTo(y, 6)
  })

  it('turns clockwise whether mirrored or not', () => {
    const above: [number, number] = [0.5, 0.4]
    for (const view of [wholePicture, flip(wholePicture, picture, stage)]) {
      const [x, y] = seen(turn(view, picture, stage, 90), above)
      expect(x).toBeGreaterThan(stage.width / 2)
      expect(y).toBeCloseTo(stage.height / 2, 6)
    }
  })

  it('keeps for others how a picture is turned, not that it was mirrored', () => {
    const turned = turn(wholePicture, picture, stage, 30)
    expect(keptRotation(turned)).toBe(30)
    expect(keptRotation(flip(turned, picture, stage))).toBe(30)
  })

  it.each(angles)('finds back from the stage to the picture, turned by %i degrees and mirrored', (rotation) => {
    const matrix = fractionMatrix({ ...wholePicture, rotation, flipped: true }, picture, stage)
    const [x, y] = unproject(project([0.2, 0.9], matrix), matrix)
    expect(x).toBeCloseTo(0.2, 9)
    expect(y).toBeCloseTo(0.9, 9)
  })

  it('never shows a border while the picture is larger than the stage', () => {
    const far = panBy(zoomAt(wholePicture, picture, stage, 4), picture, stage, 99_999, 99_999)
    const [x, y] = seen(far, [0, 0])
    expect(x).toBeCloseTo(0)
    expect(y).toBeCloseTo(0)
  })

  it('never zooms out beyond the whole picture', () => {
    expect(zoomAt(wholePicture, picture, stage, 0.1).zoom).toBe(1)
  })

  it('brings a box into the middle', () => {
    const [x, y] = seen(zoomToBox(wholePicture, picture, stage, [0.4, 0.45, 0.5, 0.55]), [0.45, 0.5])
    expect(x).toBeCloseTo(500)
    expect(y).toBeCloseTo(450)
  })
})
