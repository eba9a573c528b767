import type { CheckId } from '#lib/checks/registry'
import { runChecks } from '#lib/checks/run-checks'
import type { Artifacts, Picture } from '#lib/domain/artifacts'
import type { Finding } from '#lib/domain/finding'
import { shippedPolicies } from '#lib/domain/policy'
import { sourceOf } from './sample-artifacts.ts'

/** Where `cardPicture` has its card: nobody has to look for it again. */
const outline = [
  [160 / 960, 118 / 640],
  [800 / 960, 118 / 640],
  [800 / 960, 522 / 640],
  [160 / 960, 522 / 640],
] as const

/** What one check finds on a picture of a card, or on what is given besides. */
export async function findingOf(check: CheckId, picture: Picture, given: Partial<Artifacts> = {}): Promise<Finding> {
  const source = sourceOf(picture, { documentOutline: { outline, confidence: 0.95 }, ...given })
  const [finding] = await runChecks(source, shippedPolicies['camera-photos'], { only: [check] })
  return finding!
}
