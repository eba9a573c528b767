import type { Random } from '../random.ts'
import { amountOf, type SpoilOptions, type Spoilt, strengths } from '../spoil.ts'
import { band, blendBand, defocus, motionBlur } from './blur.ts'
import { type Field, makeField, maskOf } from './field.ts'
import type { Scene } from './linear.ts'
import { type Subject, softPatch } from './subject.ts'

/** Blurs the scene as asked, whole or in a patch on the subject; the scene given may be changed. */
export function blurScene(
  random: Random,
  scene: Scene,
  subject: Subject,
  spoil: readonly SpoilOptions[],
): { scene: Scene; spoilt: Spoilt[] } {
  const spoilt: Spoilt[] = []
  let current = scene
  for (const item of spoil) {
    const blur = blurOf(random, item, Math.max(scene.width, scene.height) / 1600)
    if (!blur) continue
    const { kind } = item
    const amount = amountOf(item)
    if (item.where === 'part') {
      const patch = makeField(scene.width, scene.height, softPatch(random, subject, scene.width, scene.height, item.at))
      blurPatch(current, patch, blur)
      spoilt.push({ kind, amount, whole: false, mask: maskOf(patch) })
    } else {
      current = blur.apply(current)
      spoilt.push({ kind, amount, whole: true })
    }
  }
  return { scene: current, spoilt }
}

interface Blur {
  apply(scene: Scene): Scene
  /** Pixels from which a point gathers light. */
  reach: number
}

function blurOf(random: Random, item: SpoilOptions, perReference: number): Blur | null {
  const amount = amountOf(item)
  if (item.kind === 'defocus') {
    const radius = strengths.defocusRadius(amount) * perReference
    return { apply: (scene) => defocus(scene, radius), reach: radius }
  }
  if (item.kind !== 'motion_blur') return null
  const length = strengths.motionLength(amount) * perReference
  const angle = random.between(0, Math.PI)
  return { apply: (scene) => motionBlur(scene, length, angle), reach: length }
}

/** Blurs only the rows that the patch needs. */
function blurPatch(scene: Scene, patch: Field, blur: Blur): void {
  const first = patch.data.findIndex((share) => share > 0)
  if (first < 0) return
  const last = patch.data.findLastIndex((share) => share > 0)
  const perRow = scene.height / patch.height
  const margin = blur.reach + 2 * perRow + 2
  const from = Math.max(0, Math.floor(Math.floor(first / patch.width) * perRow - margin))
  const to = Math.min(scene.height, Math.ceil(Math.floor(last / patch.width) * perRow + margin))
  blendBand(scene, blur.apply(band(scene, from, to)), from, patch)
}
