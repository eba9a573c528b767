import { describe, expect, it } from 'vitest'
import type { Json } from '#lib/domain/finding'
import { overlayContextOf } from '../../../app/(office)/review/[submissionId]/overlay-context-of.ts'

const place = [
  [0, 0],
  [0.5, 0],
  [0.5, 0.1],
  [0, 0.1],
]
const line = [
  [0.1, 0.1],
  [0.2, 0.1],
  [0.2, 0.2],
]
const found = (check: string, detail: Record<string, Json>) => ({ check, detail })

describe('what the checks saw, from what they stored', () => {
  it('is drawn as it was stored: outline, heat in sixteen steps, words, fields and lines of the face', () => {
    const context = overlayContextOf([
      found('cropping', { outline: place }),
      found('sharpness', { heat: { rows: 1, cols: 3, values: [0, 0.5, 1] } }),
      found('text-legible', { wordPlaces: [{ place, confidence: 0.4 }] }),
      found('mrz-check-digits', { fields: [{ name: 'documentNumber', value: 'X1', place, confidence: 0.9 }] }),
      found('face-count', { landmarks: [line, line], faces: [{ box: [0.1, 0.2, 0.3, 0.4], confidence: 1 }] }),
    ])
    expect(context).toMatchObject({
      outline: place,
      heat: [{ kind: 'blur', rows: 1, cols: 3, levels: '08f' }],
      words: [{ points: place, confidence: 0.4, label: null }],
      fields: [{ label: 'Number: X1' }],
      landmarks: [line, line],
      face: [0.1, 0.2, 0.3, 0.4],
    })
  })

  it('leaves out what an older check did not store, or stored in another shape', () => {
    const context = overlayContextOf([
      found('cropping', { outline: null }),
      found('sharpness', { heat: { rows: 2, cols: 2, values: [1] } }),
      found('glare', { heat: { rows: 1, cols: 2, values: [0, 0.01] } }),
      found('text-legible', { words: 12 }),
      found('mrz-check-digits', { fields: [{ name: 'sex', value: 'F', line: 0, start: 1, end: 2 }] }),
      found('face-count', { faces: [] }),
    ])
    expect(context).toEqual({ outline: null, heat: [], words: [], fields: [], landmarks: [], face: null })
  })
})
