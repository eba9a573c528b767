import { expect, test } from 'vitest'
import { runChecks } from '#lib/checks/run-checks'
import { captureKinds } from '#lib/domain/capture'
import { findingSchema } from '#lib/domain/finding-schema'
import { shippedPolicies } from '#lib/domain/policy'
import { lumaOf } from '#lib/pixels/luma'
import { textBands } from '#lib/pixels/text-bands'
import { paint } from '../pixels/test-picture.ts'
import { sourceOf } from './sample-artifacts.ts'

const sizes: [width: number, height: number][] = [
  [1, 1],
  [1, 300],
  [300, 1],
  [2, 2],
  [3, 1600],
]
const plain = (width: number, height: number) => paint(width, height, () => [130, 120, 110])

test.each(sizes)('on %i × %i pixels every check gives a finding that can be kept', async (...size) => {
  for (const kind of captureKinds) {
    const source = sourceOf(plain(...size), { kind, mrz: null, text: null, faces: [] })
    for (const finding of await runChecks(source, shippedPolicies['camera-photos'])) {
      expect(finding.outcome, `${finding.check}: ${finding.detail.problem}`).not.toBe('error')
      expect(findingSchema.safeParse(finding).error, finding.check).toBeUndefined()
    }
  }
})

test.each(sizes)('on %i × %i pixels there is no line of print', (...size) => {
  expect(textBands(lumaOf(plain(...size)))).toEqual([])
})
