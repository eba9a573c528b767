import type { Random } from '../random.ts'
import { amountOf, type SpoilOptions, type Spoilt, strengths } from '../spoil.ts'
import { blendScenes, defocus, motionBlur } from './blur.ts'
import { makeField, maskOf } from './field.ts'
import type { Scene } from './linear.ts'
import { type Subject, softPatch } from './subject.ts'

/** Blurs the scene as asked, whole or in a patch on the subject. */
export function blurScene(
  random: Random,
  scene: Scene,
  subject: Subject,
  spoil: readonly SpoilOptions[],
): { scene: Scene; spoilt: Spoilt[] } {
  const spoilt: Spoilt[] = []
  let current = scene
  const perReference = Math.max(scene.width, scene.height) / 1600
  for (const item of spoil) {
    if (item.kind !== 'motion_blur' && item.kind !== 'defocus') continue
    const amount = amountOf(item)
    const angle = random.between(0, Math.PI)
    const blurred =
      item.kind === 'defocus'
        ? defocus(current, strengths.defocusRadius(amount) * perReference)
        : motionBlur(current, strengths.motionLength(amount) * perReference, angle)
    if (item.where === 'part') {
      const patch = makeField(scene.width, scene.height, softPatch(random, subject, scene.width, scene.height, item.at))
      blendScenes(current, blurred, patch)
      spoilt.push({ kind: item.kind, amount, whole: false, mask: maskOf(patch) })
    } else {
      current = blurred
      spoilt.push({ kind: item.kind, amount, whole: true })
    }
  }
  return { scene: current, spoilt }
}
