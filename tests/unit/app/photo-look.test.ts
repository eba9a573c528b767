import { expect, it } from 'vitest'
import { photoLook } from '#app/resubmit/[token]/photo-look'
import { livePolicy, liveReasons } from '#lib/checks/live-policy'
import type { Finding } from '#lib/domain/finding'
import { shippedPolicies } from '#lib/domain/policy'
import { reasons } from '#lib/domain/reasons'
import type { Point, Region } from '#lib/domain/region'

const size = { widthPx: 1600, heightPx: 1200 }
const ring: Point[] = [
  [0, 0],
  [1, 0],
  [0, 1],
]
const region: Region = { points: ring, value: 0.3 }

function finding(check: string, outcome: Finding['outcome'], more: Partial<Finding> = {}): Finding {
  const nothing = { score: null, value: null, threshold: null, summary: '', reasons: [], regions: [], detail: {} }
  return { check, outcome, version: 1, unit: '', thresholds: {}, ...nothing, ...more }
}

it('tells every reason once and the places of what failed alone', () => {
  const look = photoLook(
    [
      finding('cropping', 'inconclusive', { regions: [region] }),
      finding('exposure', 'fail', { reasons: ['image_too_dark', 'image_shadow'], regions: [region] }),
      finding('glare', 'fail', { reasons: ['image_shadow'] }),
    ],
    size,
  )
  expect(look).toEqual({ ...size, reasons: ['image_too_dark', 'image_shadow'], rings: [ring] })
})

it('places of one check that overlap have one ring, and those of another have their own', () => {
  const look = photoLook(
    [
      finding('sharpness', 'fail', { reasons: ['image_blurry'], regions: [region, region] }),
      finding('glare', 'fail', { reasons: ['image_glare'], regions: [region] }),
    ],
    size,
  )
  expect(look?.rings).toEqual([ring, ring])
})

it('looks good where a document was made out and nothing failed', () => {
  const passed = [finding('cropping', 'pass'), finding('sharpness', 'pass'), finding('glare', 'inconclusive')]
  expect(photoLook(passed, size)).toEqual({ ...size, reasons: [], rings: [] })
})

it.each([
  ['a check broke', [finding('sharpness', 'pass'), finding('glare', 'error')]],
  ['no document was made out', [finding('cropping', 'inconclusive'), finding('sharpness', 'pass')]],
  [
    'the photo is a selfie, in which nobody looked for a face',
    [finding('cropping', 'not_applicable'), finding('sharpness', 'pass')],
  ],
  ['nothing was judged', [finding('sharpness', 'inconclusive')]],
  ['every check is switched off', []],
])('says nothing where %s', (_, findings) => {
  expect(photoLook(findings, size)).toBeNull()
})

it('a browser gets no more of a policy than what the live checks are held to', () => {
  const blurred = { thresholds: { minSharpness: 0.4 } }
  const policy = { ...shippedPolicies['camera-photos'], checks: { sharpness: blurred, recapture: { enabled: false } } }
  expect(livePolicy(policy)).toEqual({ checks: { sharpness: blurred } })
})

it('live checks give only reasons a customer may know', () => {
  expect(liveReasons.map((code) => reasons[code].audience)).not.toContain('internal')
})
