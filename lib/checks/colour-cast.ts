import { captureKinds } from '#lib/domain/capture'
import { leastTint } from '#lib/pixels/least-tint'
import { polygonMask } from '#lib/pixels/polygon-mask'
import { factorTo, shrinkPicture } from '#lib/pixels/shrink'
import { defineCheck } from './check.ts'

const workingSidePx = 400

/** Whether coloured light tints everything (C19): told from the subject's own colours by what should be grey and is not. */
export const colourCast = defineCheck({
  id: 'colour-cast',
  version: 1,
  group: 'picture',
  title: { pass: 'Light is white', fail: 'Light is coloured' },
  description:
    'Under a coloured lamp the colours of a document or face can’t be compared. Daylight is best; it is a note, since most casts harm nothing.',
  method:
    'Saturation of the most neutral twentieth of the document, or of the picture: paper, print and whites of it come close to grey in white light, whatever colour the rest has. No skin is judged.',
  limits: [
    'A page without anything white, grey or black looks as if lit by its own colour.',
    'Blue light turns warm skin and wood grey; where these are all there is, it passes.',
    'It never fails a capture: no reason in the catalogue asks for another lamp.',
  ],
  suggests: [],
  unit: 'saturation 0–1',
  appliesTo: captureKinds,
  needs: ['picture', 'documentOutline'],
  thresholds: {
    maxTint: { value: 0.2, unit: 'saturation 0–1', source: 'docs/decisions/017: corpus and composed tables' },
  },
  run: ({ picture, documentOutline }, { maxTint }) => {
    const small = shrinkPicture(picture, factorTo(workingSidePx, picture))
    const mask = documentOutline ? polygonMask(documentOutline.outline, small.width, small.height) : undefined
    const { saturation, colour } = leastTint(small, mask)
    if (saturation === null) {
      return {
        outcome: 'inconclusive',
        score: null,
        value: null,
        threshold: maxTint,
        summary: 'Too dark or too bright to tell the colour of the light.',
      }
    }
    const tinted = saturation > maxTint
    const value = Math.round(saturation * 100) / 100
    return {
      outcome: tinted ? 'inconclusive' : 'pass',
      score: 100 * (1 - Math.min(1, saturation / (2 * maxTint))),
      value,
      threshold: maxTint,
      summary: tinted
        ? `Everything is tinted ${tintOf(colour)}: even the greyest places are ${value} saturated, ${maxTint} is usual at most. Colours can’t be judged.`
        : 'Something on it is as good as grey: the light is white enough.',
      detail: { colour: colour.map(Math.round) },
    }
  },
})

/** The colour's name by its strongest and weakest channel. */
function tintOf([red, green, blue]: readonly [number, number, number]): string {
  const most = Math.max(red, green, blue)
  const middle = (most + Math.min(red, green, blue)) / 2
  const name = [red, green, blue].map((level) => (level > middle ? '1' : '0')).join('')
  return (
    { '100': 'red', '110': 'yellow', '010': 'green', '011': 'cyan', '001': 'blue', '101': 'magenta' }[name] ?? 'grey'
  )
}
