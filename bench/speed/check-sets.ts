import { checks } from '#lib/checks/registry'
import { checksToRun } from '#lib/checks/run-checks'
import { type ArtifactName, readingNames } from '#lib/domain/artifacts'
import type { Policy } from '#lib/domain/policy'

const groups = new Set(['picture', 'frame'])
const isRead = (name: ArtifactName) => name !== 'fingerprint' && readingNames.some((reading) => reading === name)

/** Ids of the early checks in three steps: of picture and outline alone, with the MRZ and faces, with all text. */
export function checkSets(policy: Policy): Record<'picture' | 'withMrzAndFaces' | 'all', string[]> {
  const early = checksToRun(policy, { stage: 'early' }).map(({ id }) => checks.find((check) => check.id === id)!)
  const without = (...names: ArtifactName[]) => early.filter(({ needs }) => !needs.some((name) => names.includes(name)))
  return {
    picture: early.filter(({ group, needs }) => groups.has(group) && !needs.some(isRead)).map(({ id }) => id),
    withMrzAndFaces: without('text').map(({ id }) => id),
    all: early.map(({ id }) => id),
  }
}
