import { captureKinds, showsDocument } from '#lib/domain/capture'
import type { ReasonCode } from '#lib/domain/reasons'
import { clampPoint, type Outline, type Region } from '#lib/domain/region'
import { castShadow } from '#lib/pixels/cast-shadow'
import { faceLight, innerFace } from '#lib/pixels/face-light'
import { histogramInside, percentileOf } from '#lib/pixels/histogram'
import { lightMeasures } from '#lib/pixels/light-measures'
import { polygonMask } from '#lib/pixels/polygon-mask'
import { isCast, shadowRegions, stepOnFace } from '#lib/pixels/shadow-on-subject'
import { factorTo, shrinkPicture, shrinkPlane } from '#lib/pixels/shrink'
import { usualColour } from '#lib/pixels/usual-colour'
import { defineCheck } from './check.ts'
import { placeInWords } from './place-words.ts'

const workingSidePx = 400

/** One way in which the light can be wrong, with how far it is from its own limit: above 1 is too far. */
interface Fault {
  name: 'dark' | 'bright' | 'backlit' | 'uneven' | 'shadow'
  reason: ReasonCode
  /** Measured over allowed. */
  excess: number
  words: string
}

/** Too dark, too bright, lit from behind, or unevenly lit (C3): on the document, or on the middle of a selfie. */
export const exposure = defineCheck({
  id: 'exposure',
  version: 4,
  group: 'picture',
  title: { pass: 'Light is right', fail: 'Light is wrong' },
  description:
    'Too little, too much or one-sided light hides print and faces. A face’s own brightness is never judged.',
  method:
    'Levels of paper and print inside the document; the light’s evenness by comparing paper with paper of the same colour; a cast shadow where that paper has two levels of light and the darker comes in from the border; the surroundings for light from behind, which on a selfie has to be seen burning out. In a selfie’s middle also skin that is burnt out, and two levels of light on skin of one colour.',
  limits: [
    'A face’s own brightness is never judged.',
    'A wide grey band printed to the border of a document can look like a shadow; a coloured one does not.',
    'A shadow lit by a lamp of quite another colour passes, and so does one on a dark document with light print.',
    'Light from behind that burns nothing out in the picture passes on a selfie: dark skin before a white wall looks the same.',
    'A small shadow in a corner, or one with a very soft edge, passes; on a selfie also one that leaves more than half the light, or does not cross the middle of the face.',
    'Skin that has lost its red to too much light, but not its brightness, passes.',
  ],
  suggests: ['image_too_dark', 'image_too_bright', 'image_backlit', 'image_shadow'],
  unit: '× the limit',
  appliesTo: captureKinds,
  needs: ['kind', 'picture', 'luma', 'documentOutline'],
  thresholds: {
    minDocumentWhite: {
      value: 110,
      unit: 'level of the 95th percentile',
      source: 'docs/decisions/012: well lit documents reach 140 and more',
    },
    minSelfieWhite: {
      value: 60,
      unit: 'level of the 95th percentile',
      source: 'docs/decisions/012: below any skin in fair light, whatever its tone',
    },
    maxDarkShare: {
      value: 0.4,
      unit: 'share on levels 0–25',
      source: 'OFIQ under-exposure levels; share from docs/decisions/021, Light and glare',
    },
    maxBrightShare: {
      value: 0.4,
      unit: 'share on levels 247–255',
      source: 'OFIQ over-exposure levels; share from docs/decisions/012',
    },
    maxBlack: {
      value: 30,
      unit: 'level of the darkest half per cent',
      source: 'docs/decisions/012: clean white paper keeps its black print, burnt-out paper does not',
    },
    maxBacklight: {
      value: 2.2,
      unit: 'ratio',
      source: 'docs/decisions/021, Light and glare (2.5); docs/decisions/012: specimens',
    },
    minGlow: {
      value: 0.05,
      unit: 'share of a selfie’s surroundings on levels 247–255',
      source: 'docs/decisions/041: a window or lamp burns out, a white wall in fair light does not',
    },
    maxSkinContrast: {
      value: 6.5,
      unit: 'ratio',
      source: 'docs/decisions/041: a white wall over the darkest drawn skin in even light, 5.6 at most',
    },
    maxUneven: {
      value: 1.8,
      unit: 'ratio',
      source: 'docs/decisions/021, Light and glare: brightest over darkest lit paper',
    },
    maxShadowStep: {
      value: 1.35,
      unit: 'ratio of the two levels of light',
      source: 'docs/decisions/017: specimens, composed tables and corpus',
    },
    maxBurntFace: {
      value: 0.2,
      unit: 'share of a selfie’s face on levels 247–255',
      source:
        'OFIQ over-exposure levels; share from docs/decisions/041: faces of the corpus reach 0.05, a white mask 0.12',
    },
    maxFaceShadow: {
      value: 2.2,
      unit: 'ratio of the light on one face',
      source: 'docs/decisions/041: studio light from the side reaches 2.1, drawn faces without a shadow 1.6',
    },
    minFaceLevels: {
      value: 0.83,
      unit: 'share of the variance',
      source: 'docs/decisions/041: beards and glasses reach 0.82',
    },
    minTwoLevels: { value: 0.8, unit: 'share of the variance', source: 'docs/decisions/041' },
    minFromOutside: { value: 0.3, unit: 'share of the dark part’s border', source: 'docs/decisions/017' },
    minShadowArea: { value: 0.08, unit: 'share of the document', source: 'docs/decisions/017' },
    maxColourStep: {
      value: 0.07,
      unit: 'share of light in a channel',
      source: 'docs/decisions/041: shade in bluer light up to 0.06, printed bands 0.09 and more',
    },
    minGround: {
      value: 0.65,
      unit: 'usual level over the paper’s',
      source: 'docs/decisions/041: light print on dark 0.47 and less, paper 0.8 and more',
    },
  },
  run: ({ kind, picture, luma, documentOutline }, thresholds) => {
    const outline = documentOutline?.outline ?? null
    const isDocument = showsDocument(kind)
    const frame = outline ?? (isDocument ? wholePicture : middle)
    const small = shrinkPlane(luma, factorTo(workingSidePx, luma))
    const smallPicture = () => shrinkPicture(picture, factorTo(workingSidePx, picture))
    const subject = polygonMask(frame, small.width, small.height)
    const sameColour = outline ? usualColour(smallPicture(), subject, thresholds.maxColourStep) : subject
    const light = lightMeasures(small, subject, sameColour)
    const { white, darkShare, lit } = light
    const face = isDocument ? null : faceLight(smallPicture(), small, thresholds.maxColourStep)
    // Thin print has its full black only at full size.
    const black = percentileOf(histogramInside(luma, frame), 0.005)
    const minWhite = isDocument ? thresholds.minDocumentWhite : thresholds.minSelfieWhite
    const cast = outline ? castShadow(small, subject, sameColour) : (face?.cast ?? null)
    const isPaper = outline !== null && (cast?.ground ?? 1) > thresholds.minGround
    const unevenness = isPaper ? light.unevenness : 1
    const step = face ? stepOnFace(face, thresholds) : cast && isPaper && isCast(cast, thresholds) ? cast.step : 1
    // Dark skin in shade comes near black, in the same light as any other.
    const isDim = white < wellLitWhite && !(face && step > thresholds.maxFaceShadow)
    const brightShare = face?.burntShare ?? light.brightShare
    // A dark card on a white table is not lit from behind: its own white shows it. Nor is dark skin before a white wall: no light is seen.
    const isLitFromBehind = isDocument
      ? white <= wellLitWhite
      : light.glow > thresholds.minGlow || light.backlight > thresholds.maxSkinContrast
    const backlight = isLitFromBehind ? light.backlight : 0
    const faults: Fault[] = [
      {
        name: 'dark',
        reason: 'image_too_dark',
        excess: Math.max(minWhite / Math.max(1, white), isDim ? darkShare / thresholds.maxDarkShare : 0),
        words:
          white < minWhite
            ? `too dark, its brightest parts only at level ${white} of 255`
            : `too dark, ${Math.round(100 * darkShare)} % of it near black`,
      },
      {
        name: 'bright',
        reason: 'image_too_bright',
        // A face keeps its black hair and eyes when its skin is burnt out.
        excess: face
          ? brightShare / thresholds.maxBurntFace
          : Math.min(brightShare / thresholds.maxBrightShare, black / thresholds.maxBlack),
        words: `over-exposed, ${Math.round(100 * brightShare)} % of it burnt out`,
      },
      {
        name: 'backlit',
        reason: 'image_backlit',
        excess: backlight / thresholds.maxBacklight,
        words: `lit from behind, its surroundings ${backlight.toFixed(1)} times as bright`,
      },
      {
        name: 'uneven',
        reason: 'image_shadow',
        excess: unevenness / thresholds.maxUneven,
        words: `unevenly lit, its brightest part ${unevenness.toFixed(1)} times its darkest`,
      },
      {
        name: 'shadow',
        reason: 'image_shadow',
        excess: step / (face ? thresholds.maxFaceShadow : thresholds.maxShadowStep),
        words: `partly in a cast shadow, ${step.toFixed(1)} times darker there`,
      },
    ]
    const failed = faults.filter(({ excess }) => excess > 1).sort((a, b) => b.excess - a.excess)
    const worst = Math.max(...faults.map(({ excess }) => excess))
    const what = outline ? 'document' : isDocument ? 'picture' : 'middle of the picture'
    const shadows = failed[0]?.reason === 'image_shadow' ? shadowRegions(lit, step > 1 ? cast : null) : []
    const shadow = shadows.length > 0 ? ` (${placeInWords(shadows, face ? innerFace : outline)} is in shadow)` : ''
    return {
      outcome: failed.length > 0 ? 'fail' : 'pass',
      score: worst <= 1 ? 100 - 50 * worst : 50 / worst,
      value: round(worst),
      threshold: 1,
      summary:
        failed.length > 0
          ? `The ${what} is ${failed.map(({ words }) => words).join('; ')}${shadow}.`
          : `The ${what} is well lit.`,
      reasons: [...new Set(failed.map(({ reason }) => reason))],
      regions: failed.length > 0 && shadows.length === 0 ? frameRegion(outline) : shadows,
      detail: {
        faults: failed.map(({ name }) => name),
        white,
        black,
        darkShare: round(darkShare),
        brightShare: round(brightShare),
        backlight: round(backlight),
        unevenness: round(unevenness),
        shadowStep: round(step),
      },
    }
  },
})

/** White at this level or above is not the white of a picture without light. */
const wellLitWhite = 140

const wholePicture = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const
/** Where a selfie's face is, as long as nothing finds it. */
const middle = [
  [0.3, 0.15],
  [0.7, 0.15],
  [0.75, 0.5],
  [0.7, 0.85],
  [0.3, 0.85],
  [0.25, 0.5],
] as const

function frameRegion(outline: Outline | null): Region[] {
  return outline ? [{ points: outline.map(clampPoint), value: null }] : []
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
