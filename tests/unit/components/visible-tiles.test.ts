import { describe, expect, it } from 'vitest'
import { pyramidLevels, tileBox, tilesOf } from '#lib/domain/tile-pyramid'
import { type CaptureView, panBy, wholePicture, zoomAt } from '../../../components/capture-geometry.ts'
import { needsWholeView, visibleTiles } from '../../../components/visible-tiles.ts'

const picture = { width: 8000, height: 6000 }
const stage = { width: 1000, height: 750 }
/** The view in which one pixel of the picture takes so many of the screen. */
const at = (scale: number): CaptureView => zoomAt(wholePicture, picture, stage, scale * 8)
const levelsOf = (view: CaptureView, density = 1) => [
  ...new Set(visibleTiles(view, picture, stage, density).map(({ level }) => level)),
]

describe('the pyramid of a capture', () => {
  it('has its own pixels and every half of them that is larger than the whole view', () => {
    const levels = pyramidLevels({ widthPx: 8000, heightPx: 6000 })
    expect(levels.map(({ widthPx, heightPx }) => [widthPx, heightPx])).toEqual([
      [8000, 6000],
      [4000, 3000],
    ])
    expect(pyramidLevels({ widthPx: 2400, heightPx: 1800 })).toEqual([])
  })

  it('covers each level without gaps, whatever the size', () => {
    const size = { widthPx: 5001, heightPx: 2999 }
    for (const level of pyramidLevels(size)) {
      const boxes = tilesOf(level).map((tile) => tileBox(size, tile)!)
      const area = boxes.reduce((sum, { width, height }) => sum + width * height, 0)
      expect(area).toBe(level.widthPx * level.heightPx)
      expect(Math.max(...boxes.map(({ left, width }) => left + width))).toBe(level.widthPx)
    }
  })

  it('has no tile outside', () => {
    const size = { widthPx: 4000, heightPx: 3000 }
    expect(tileBox(size, { level: 0, column: 8, row: 0 })).toBeNull()
    expect(tileBox(size, { level: 1, column: 0, row: 0 })).toBeNull()
  })
})

describe('what a view asks for', () => {
  it('is nothing but the fitting picture while that has pixels enough', () => {
    expect(needsWholeView(wholePicture, picture, stage, 1)).toBe(false)
    expect(needsWholeView(wholePicture, picture, stage, 2)).toBe(true)
    expect(visibleTiles(wholePicture, picture, stage, 2)).toEqual([])
  })

  it('is the coarsest level that is not enlarged, with coarser ones below it', () => {
    expect(levelsOf(at(0.29))).toEqual([])
    expect(levelsOf(at(0.4))).toEqual([1])
    expect(levelsOf(at(0.6))).toEqual([1, 0])
    expect(levelsOf(at(4))).toEqual([1, 0])
    expect(levelsOf(at(0.4), 2)).toEqual([1, 0])
  })

  it.each([0, 30, 90])('covers the stage and little more, turned by %i degrees', (rotation) => {
    const view = panBy({ ...at(1), rotation }, picture, stage, 130, -70)
    const tiles = visibleTiles(view, picture, stage, 1).filter(({ level }) => level === 0)
    const [x, y] = [view.center[0] * picture.width, view.center[1] * picture.height]
    const isCovered = tiles.some(
      ({ left, top, width, height }) => x >= left && x < left + width && y >= top && y < top + height,
    )
    expect(isCovered).toBe(true)
    expect(tiles.length).toBeGreaterThanOrEqual(4)
    expect(tiles.length).toBeLessThanOrEqual(rotation % 90 === 0 ? 12 : 20)
  })
})
