import { describe, expect, it } from 'vitest'
import { type Box, type PlacedLabel, placeLabels } from '../../../components/place-labels.ts'

const stage = { width: 900, height: 600 }
const label = (id: string, target: Box) => ({ id, text: 'Blur 41 < 110', target })
const apart = (a: PlacedLabel, b: PlacedLabel) =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y

describe('labels on the picture', () => {
  it('stand above their region where there is room', () => {
    const [placed] = placeLabels([label('a', [100, 100, 200, 200])], stage)
    expect(placed).toMatchObject({ x: 100, y: 76 })
  })

  it('stay on the stage when the region touches its edge', () => {
    const placed = placeLabels([label('a', [850, 0, 900, 600]), label('b', [0, 590, 20, 600])], stage)
    for (const { x, y, width, height } of placed) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(stage.width)
      expect(y + height).toBeLessThanOrEqual(stage.height)
    }
  })

  it('do not cover each other when regions pile up', () => {
    const placed = placeLabels(
      Array.from({ length: 6 }, (_, index) => label(String(index), [100 + index, 100 + index, 200, 200])),
      stage,
    )
    expect(placed).toHaveLength(6)
    const pairs = placed.flatMap((a, index) => placed.slice(index + 1).map((b) => apart(a, b)))
    expect(pairs.every(Boolean)).toBe(true)
  })

  it('are left out for regions that have been moved off the stage', () => {
    expect(placeLabels([label('a', [-300, 100, -200, 200])], stage)).toEqual([])
  })
})
