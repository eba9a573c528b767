import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { matrixBetween, pictureMatrix, project, wholePicture, zoomAt } from '../../../components/capture-geometry.ts'
import { createViewStore, isTooFar } from '../../../components/view-store.ts'

const picture = { width: 4000, height: 3000 }
const stage = { width: 1000, height: 600 }

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('views follow a hand at once and settle when it rests', () => {
  const store = createViewStore()
  const heard: string[] = []
  store.subscribe(() => heard.push(store.settled() === store.live() ? 'settled' : 'moved'))
  const first = { front: { ...wholePicture, zoom: 2 } }
  const second = { front: { ...wholePicture, zoom: 3 } }
  store.move(first)
  vi.advanceTimersByTime(100)
  store.move(second)
  vi.advanceTimersByTime(100)
  expect(store.live()).toBe(second)
  expect(store.settled()).toEqual({})
  vi.advanceTimersByTime(100)
  expect(store.settled()).toBe(second)
  expect(heard).toEqual(['moved', 'moved', 'settled'])
})

test('what settles by itself has nothing left to settle', () => {
  const store = createViewStore()
  store.move({ front: wholePicture })
  store.settle()
  const heard = vi.fn()
  store.subscribe(heard)
  vi.advanceTimersByTime(1_000)
  expect(heard).not.toHaveBeenCalled()
})

test('what was drawn for one view comes to lie where another puts it', () => {
  const from = { ...wholePicture, zoom: 2, rotation: 33 }
  const to = zoomAt({ ...from, rotation: 33 }, picture, stage, 1.7, [200, 100])
  const [drawn, wanted] = [from, to].map((view) => pictureMatrix(view, picture, stage))
  const moved = matrixBetween(drawn!, wanted!)
  for (const corner of [
    [0, 0],
    [4000, 0],
    [1234, 2500],
  ] as const) {
    const [x, y] = project(project(corner, drawn!), moved)
    const [wantedX, wantedY] = project(corner, wanted!)
    expect(x).toBeCloseTo(wantedX, 6)
    expect(y).toBeCloseTo(wantedY, 6)
  }
})

test('a view far larger or smaller than what was drawn has to be drawn anew', () => {
  const times = (zoom: number) =>
    isTooFar({ ...wholePicture, zoom: 4 }, { ...wholePicture, zoom: 4 * zoom }, picture, stage)
  expect([0.4, 0.6, 1, 7, 9].map(times)).toEqual([true, false, false, false, true])
})
