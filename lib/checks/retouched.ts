import { largestFace } from '#lib/domain/largest-face'
import { boxRegion } from '#lib/domain/region'
import { skinDetail } from '#lib/pixels/skin-detail'
import { defineCheck } from './check.ts'

/** A hint that a beauty filter smoothed the skin (C20); never a verdict. */
export const retouched = defineCheck({
  id: 'retouched',
  version: 1,
  group: 'origin',
  title: { pass: 'Skin is as detailed as the rest of the face', fail: 'Skin looks smoothed' },
  description:
    'Beauty modes and filters smooth the skin and leave eyes and lips sharp. The face is then harder to compare.',
  method:
    'Fine and coarser detail of both cheeks, each held against that of eyes and mouth of the same face; light, camera and skin tone fall out. Smoothing takes the fine detail first.',
  limits: [
    'Finds about every third strong smoothing: small faces and compression hide it.',
    'Make-up, a phone’s own noise removal and a studio’s soft light can look the same.',
    'It never fails a selfie: what it sees is for a person to weigh.',
  ],
  suggests: ['image_filter_or_beauty'],
  unit: 'fine to coarse detail',
  appliesTo: ['selfie'],
  needs: ['faces', 'nativeLuma'],
  thresholds: {
    minDetail: {
      value: 0.8,
      unit: 'fine to coarse detail',
      source: 'docs/decisions/016: none of 47 faces of the corpus is below',
    },
  },
  run: ({ faces, nativeLuma }, thresholds) => {
    const found = largestFace(faces)
    const threshold = thresholds.minDetail
    const nothing = { outcome: 'inconclusive', score: null, value: null, threshold } as const
    if ('missing' in found) return { ...nothing, summary: found.missing }
    const skin = skinDetail(nativeLuma, found.face.mesh)
    if (!skin) return { ...nothing, summary: 'The face is too small to tell smooth skin from missing detail.' }
    const value = Math.round((100 * skin.share) / (skin.coarseShare + 0.001)) / 100
    const smooth = value < threshold
    return {
      outcome: smooth ? 'inconclusive' : 'pass',
      score: Math.min(100, (50 * value) / threshold),
      value,
      threshold,
      summary: smooth
        ? `The cheeks may have been smoothed: ${value} of their detail is fine, from ${threshold} on it is usual. A person should look.`
        : 'The cheeks have as much fine detail as the rest of the face.',
      regions: smooth ? [boxRegion(found.face.box, value)] : [],
      detail: {
        fineShare: Math.round(1000 * skin.share) / 1000,
        coarseShare: Math.round(1000 * skin.coarseShare) / 1000,
      },
    }
  },
})
