import { captureKinds } from '#lib/domain/capture'
import { hasCameraFacts, namesScreenshot } from '#lib/domain/picture-origin'
import { screenSize } from '#lib/domain/screen-size'
import { screenBars } from '#lib/pixels/screen-bars'
import { defineCheck } from './check.ts'

/** Tells what was saved from a screen from what a camera took (K8, C15). */
export const screenshot = defineCheck({
  id: 'screenshot',
  version: 1,
  group: 'origin',
  title: { pass: 'No screenshot', fail: 'A screenshot' },
  description:
    'A screenshot shows a picture of the document, of unknown age and origin. The document itself is asked for.',
  method:
    'A file that names itself a screenshot is one. Otherwise two signs are asked for: a size that only screens have, a screen’s own colour profile, a bar with small signs at the very top, and exact steps between even colours from edge to edge. Pictures with camera facts are none.',
  limits: [
    'A part cut out of a screenshot, without bars and metadata, is like any other picture.',
    'A form or a card drawn by a program with bars from edge to edge can look like a screen.',
  ],
  suggests: ['capture_screenshot'],
  unit: 'signs',
  appliesTo: captureKinds,
  needs: ['file', 'nativeLuma'],
  thresholds: {
    minSigns: { value: 2, unit: 'signs', source: 'docs/decisions/021, Recapture and resampling: two of three cues' },
    minTinted: {
      value: 0.12,
      unit: 'share of rows',
      source: 'docs/decisions/016: smooth studio backgrounds reach it too, so it is one sign of two',
    },
    minEven: { value: 0.2, unit: 'share of rows', source: 'docs/decisions/016' },
    minSteps: { value: 1, unit: 'steps', source: 'docs/decisions/016: corpus and drawn screens' },
  },
  run: ({ file, nativeLuma }, thresholds) => {
    const named = namesScreenshot(file.metadata)
    const camera = hasCameraFacts(file.metadata)
    const size = screenSize(file.widthPx, file.heightPx)
    const bars = screenBars(nativeLuma)
    const ratio = file.heightPx / file.widthPx
    const tall = ratio > 1.95 && ratio < 2.3
    const signs =
      camera || file.type === 'pdf'
        ? []
        : ([
            (size === 'sure' || (size === 'possible' && file.type === 'png')) &&
              `${file.widthPx} × ${file.heightPx} is a screen’s size`,
            /^(display|color lcd|colour lcd)$/i.test(file.metadata.ProfileDescription ?? '') &&
              'its colours are a screen’s own',
            bars.topBar && 'a bar with small signs at the top',
            bars.steps >= thresholds.minSteps && 'exact steps from edge to edge',
            tall && size === null && 'as tall as a phone’s screen',
            (bars.tinted > thresholds.minTinted || (tall && bars.even > thresholds.minEven)) &&
              'rows of one even colour from edge to edge',
          ].filter(Boolean) as string[])
    const value = named ? Math.max(thresholds.minSigns, signs.length) : signs.length
    const is = value >= thresholds.minSigns
    const detail = {
      named,
      signs,
      screenSize: size,
      steps: bars.steps,
      topBar: bars.topBar,
      evenRows: Math.round(100 * bars.even) / 100,
      tintedRows: Math.round(100 * bars.tinted) / 100,
    }
    return {
      outcome: is ? 'fail' : 'pass',
      score: named ? 0 : Math.max(5, 100 - 35 * signs.length),
      value,
      threshold: thresholds.minSigns,
      summary: named
        ? `The file calls itself a screenshot: “${named}”.`
        : is
          ? `A screenshot by ${signs.length} signs: ${signs.join(', ')}.`
          : signs.length > 0
            ? `Only one sign of a screenshot: ${signs[0]}.`
            : 'Nothing of a screenshot stands out.',
      reasons: is ? ['capture_screenshot'] : [],
      detail,
    }
  },
})
