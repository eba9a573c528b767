import { captureKinds } from '#lib/domain/capture'
import { digitalZoomOf } from '#lib/domain/picture-origin'
import { resamplingTrace } from '#lib/pixels/resampling-trace'
import { defineCheck } from './check.ts'

/** Whether pixels were made up by enlarging, in the camera or after it (C4). */
export const upscaled = defineCheck({
  id: 'upscaled',
  version: 1,
  group: 'picture',
  title: { pass: 'Pixels are the camera’s own', fail: 'Enlarged after it was taken' },
  description:
    'Digital zoom and enlarging add pixels but no detail: the picture looks large and is as unreadable as before.',
  method:
    'Pixels made up between others are smoother than those, and so the second derivative rises and falls with the enlargement’s period. A period has to show across and down alike. The camera’s own note of digital zoom is a fact.',
  limits: [
    'Heavy compression, noise removal or a reduction after the enlargement wipe the trace out.',
    'Enlarging by less than a third is often missed.',
    'A trace says that pixels were computed anew, and not how much sharper the original was.',
  ],
  suggests: ['image_low_resolution'],
  unit: 'times its surroundings',
  appliesTo: captureKinds,
  needs: ['file', 'nativeLuma'],
  thresholds: {
    maxTrace: {
      value: 7,
      unit: 'times its surroundings',
      source: 'docs/decisions/016: corpus as it is and enlarged 1.3 to 3 times',
    },
    maxDigitalZoom: {
      value: 2,
      unit: 'times',
      source: 'docs/decisions/021, Files: no digital zoom; below, little is lost',
    },
    minSide: { value: 520, unit: 'px', source: 'docs/decisions/016: shorter lines hold too few periods' },
  },
  run: ({ file, nativeLuma }, thresholds) => {
    const zoom = digitalZoomOf(file.metadata)
    const zoomed = zoom >= thresholds.maxDigitalZoom
    const small = Math.min(nativeLuma.width, nativeLuma.height) < thresholds.minSide
    const { strength, frequency } = resamplingTrace(nativeLuma)
    const traced = strength >= thresholds.maxTrace
    const value = small ? null : Math.round(100 * strength) / 100
    const detail = { digitalZoom: zoom, frequency: Math.round(1000 * frequency) / 1000 }
    if (zoomed || traced) {
      return {
        outcome: 'fail',
        score: Math.min(45, (50 * thresholds.maxTrace) / Math.max(strength, thresholds.maxTrace)),
        value,
        threshold: thresholds.maxTrace,
        summary: zoomed
          ? `The camera enlarged it ${Math.round(10 * zoom) / 10} times itself (digital zoom).`
          : `The picture was enlarged: the regular trace this leaves stands out ${strength.toFixed(1)} times above its surroundings, at most ${thresholds.maxTrace} times is accepted.`,
        reasons: ['image_low_resolution'],
        detail,
      }
    }
    if (small) {
      return {
        outcome: 'inconclusive',
        score: null,
        value: null,
        threshold: thresholds.maxTrace,
        summary: 'Too small to look for traces of enlarging.',
        detail,
      }
    }
    return {
      outcome: 'pass',
      score: 100 - (50 * (strength - 1)) / (thresholds.maxTrace - 1),
      value,
      threshold: thresholds.maxTrace,
      summary: `No trace of enlarging${zoom > 1 ? `, but for a digital zoom of ${Math.round(10 * zoom) / 10} times` : ''}.`,
      detail,
    }
  },
})
