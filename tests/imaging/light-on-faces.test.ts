import { beforeAll, expect, test } from 'vitest'
import { runChecks } from '#lib/checks/run-checks'
import type { Artifacts } from '#lib/domain/artifacts'
import { shippedPolicies } from '#lib/domain/policy'
import { decodeCapture } from '#lib/imaging/decode-capture'
import { sharp } from '#lib/imaging/guarded-sharp'
import { lumaOf } from '#lib/pixels/luma'
import type { Look } from '#specimens/look'
import { makeSpecimen } from '#specimens/make-specimen'
import { fictitiousPerson } from '#specimens/person'
import type { SpoilOptions } from '#specimens/spoil'

// Specimens are drawn as SVG, a format shut wherever strangers' files are read.
beforeAll(() => sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] }))

const person = fictitiousPerson('light-on-faces')
const types = [1, 2, 3, 4, 5, 6] as const

/** The tone that persons of a skin type are drawn with. */
function skinOf(type: number): Look['skin'] {
  for (let n = 0; ; n++) {
    const { skin } = fictitiousPerson(`skin/${n}`).look
    if (skin.type === type) return skin
  }
}

/** What is said of the same person in the same light, whatever their skin. */
async function exposureOf(type: number, ...spoil: SpoilOptions[]) {
  const shown = { ...person, look: { ...person.look, skin: skinOf(type), hair: '#17120f' } }
  const options = { seed: 'light-on-faces', kind: 'selfie', person: shown, widthPx: 720, spoil } as const
  const { picture } = await decodeCapture((await makeSpecimen(options)).bytes)
  const known: Partial<Artifacts> = { kind: 'selfie', picture, luma: lumaOf(picture), documentOutline: null }
  const source = { get: async <Name extends keyof Artifacts>(name: Name) => known[name] as Artifacts[Name] }
  const [finding] = await runChecks(source, shippedPolicies['camera-photos'], { only: ['exposure'] })
  return finding!
}

test.each(types)('a hard shadow across a face is found, and none where there is none (skin type %i)', async (type) => {
  const clean = await exposureOf(type)
  expect(clean.outcome, clean.summary).toBe('pass')
  const shadow = await exposureOf(type, { kind: 'shadow', amount: 0.6, at: [0.5, 0.5] })
  expect(shadow.reasons, shadow.summary).toEqual(['image_shadow'])
  expect(shadow.regions.length).toBeGreaterThan(0)
})

test('a face whose skin is burnt out is over-exposed, though its hair and eyes are black', async () => {
  for (const type of [1, 2]) {
    const { reasons, summary } = await exposureOf(type, { kind: 'bright', amount: 0.5 })
    expect(reasons, summary).toContain('image_too_bright')
  }
})
