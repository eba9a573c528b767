import type { Companion, Face } from '#lib/domain/artifacts'
import { largestFace, type TracedFace } from '#lib/domain/largest-face'
import { boxRegion, clampPoint, type Region } from '#lib/domain/region'
import { boxOf } from '#lib/pixels/face-measures'
import { defineCheck, type Verdict } from './check.ts'

/** Glasses off, or as on the document's portrait, as the policy says; no light mirrored in them (K11, C23). */
export const glasses = defineCheck({
  id: 'glasses',
  version: 1,
  group: 'person',
  title: { pass: 'Glasses are as they should be', fail: 'Glasses or their reflections' },
  description:
    'Glasses hide and mirror. A policy may ask for them off, or let ordinary glasses stay on where the document’s portrait shows them too.',
  method:
    'A bar across the nose’s root and a line below each eye, found by how sharply the brightness bends there against the cheeks. Reflections: burnt-out patches before an eye.',
  limits: [
    'Rimless glasses and thin metal frames may be missed.',
    'A strong beard, wrinkles or hair across the nose can look like a frame; between the limits the answer is left open.',
    'A printed portrait is small: whether it wears glasses is often left open.',
  ],
  suggests: ['face_glasses'],
  unit: 'bend of brightness across the nose',
  appliesTo: ['selfie'],
  needs: ['faces', 'companions'],
  thresholds: {
    minBridge: {
      value: 0.125,
      unit: 'bend over cheeks',
      source: 'docs/decisions/015: glasses 0.14 and more, without 0.11 and less',
    },
    unsureBridge: { value: 0.1, unit: 'bend over cheeks', source: 'docs/decisions/015' },
    minRims: { value: 0.045, unit: 'bend over cheeks', source: 'docs/decisions/015: glasses 0.058 and more' },
    noBridge: { value: 0.07, unit: 'bend over cheeks', source: 'docs/decisions/015: what is surely none' },
    minEyeDistance: { value: 50, unit: 'px', source: 'docs/decisions/015: smaller faces blur a frame away' },
    minPortraitEyeDistance: { value: 40, unit: 'px', source: 'docs/decisions/015' },
    minCheekLevel: {
      value: 16,
      unit: 'level',
      source: 'docs/decisions/015: below, noise bends as much as a frame; the darkest skin in fair light is above 40',
    },
    maxCheekColour: {
      value: 0.042,
      unit: 'share of light',
      source: 'docs/decisions/015, as in `face-covered`: the edge of a mask looks like a frame',
    },
    maxLensGlare: {
      value: 0.04,
      unit: 'share of the eye’s box',
      source: 'docs/decisions/021, Faces: the light spots of a bare eye are smaller',
    },
  },
  run: ({ faces, companions }, thresholds, policy) => {
    const threshold = thresholds.minBridge
    const unknown = { outcome: 'inconclusive', score: null, value: null, threshold } as const
    const found = largestFace(faces)
    if ('missing' in found) return { ...unknown, summary: found.missing }
    const { face } = found
    const wears = judge(face, thresholds, thresholds.minEyeDistance)
    if (!face.wear || wears === 'too small') {
      return { ...unknown, summary: 'The face is too small to tell whether it wears glasses.' }
    }
    if (face.wear.cheekLevel < thresholds.minCheekLevel) {
      return { ...unknown, summary: 'The picture is too dark to tell whether glasses are worn.' }
    }
    if (face.wear.cheekColour > thresholds.maxCheekColour) {
      return { ...unknown, summary: 'Something over mouth or nose keeps from telling glasses.' }
    }
    const { bridge, rims } = face.wear
    const spots = wears === 'none' ? [] : glareOf(face, thresholds.maxLensGlare)
    const seen = {
      score: 100 / (1 + (bridge / threshold) ** 4),
      value: bridge,
      threshold,
      detail: { bridge, rims, lensGlare: face.wear.lensGlare.map((spot) => spot?.share ?? 0), wears },
    }
    if (spots.length > 0) {
      const summary = 'Light is mirrored in the glasses, over an eye.'
      return {
        ...seen,
        score: Math.min(40, seen.score),
        outcome: 'fail',
        summary,
        reasons: ['face_glasses'],
        regions: spots,
      }
    }
    if (wears === 'none') return { ...seen, outcome: 'pass', summary: 'No glasses.' }
    const regions = (['rightEye', 'leftEye'] as const).map((part) => boxRegion(boxOf(face.mesh, part)))
    if (wears === 'unsure') {
      return {
        ...seen,
        outcome: 'inconclusive',
        summary: 'There may be glasses; the frame is not clear enough to tell.',
        regions,
      }
    }
    const answer = policy.glasses === 'off' ? forbidden : besidePortrait(portraitOf(companions), thresholds)
    return { ...seen, ...answer, regions }
  },
})

type Wearing = 'glasses' | 'none' | 'unsure' | 'too small'
type Answer = Pick<Verdict, 'outcome' | 'summary' | 'reasons'>

const forbidden: Answer = {
  outcome: 'fail',
  summary: 'Glasses are worn; they should be off.',
  reasons: ['face_glasses'],
}

interface Limits {
  minBridge: number
  unsureBridge: number
  minRims: number
  noBridge: number
  minPortraitEyeDistance: number
}

function judge({ wear, eyeDistancePx }: Face, limits: Limits, minEyeDistance: number): Wearing {
  if (!wear || (eyeDistancePx ?? 0) < minEyeDistance) return 'too small'
  if (wear.bridge >= limits.minBridge && wear.rims >= limits.minRims) return 'glasses'
  if (wear.bridge < limits.unsureBridge) return 'none'
  return 'unsure'
}

function portraitOf(companions: readonly Companion[]): Face | undefined {
  return companions
    .filter(({ kind }) => kind === 'id_front' || kind === 'passport_page')
    .flatMap(({ readings }) => readings.faces?.[0] ?? [])[0]
}

/** Glasses on the selfie may stay where the portrait shows them. */
function besidePortrait(portrait: Face | undefined, limits: Limits): Answer {
  if (!portrait) return { outcome: 'inconclusive', summary: 'Glasses are worn; there is no portrait to compare with.' }
  const wears = judge(portrait, limits, limits.minPortraitEyeDistance)
  if (wears === 'glasses') return { outcome: 'pass', summary: 'Glasses are worn, as on the document’s portrait.' }
  if (wears === 'none' && portrait.wear!.bridge < limits.noBridge) {
    const summary = 'Glasses are worn, but not on the document’s portrait.'
    return { outcome: 'fail', summary, reasons: ['face_glasses'] }
  }
  return { outcome: 'inconclusive', summary: 'Glasses are worn; whether the portrait shows them too can’t be told.' }
}

function glareOf({ wear }: TracedFace, least: number): Region[] {
  return (wear?.lensGlare ?? []).flatMap((spot) =>
    spot && spot.share > least ? [{ points: spot.place.map(clampPoint), value: spot.share }] : [],
  )
}
