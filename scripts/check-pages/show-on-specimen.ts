import type { CheckDefinition } from '#lib/checks/check'
import type { Picture } from '#lib/domain/artifacts'
import { captureKindTitle, documentTypeOf } from '#lib/domain/capture'
import { shippedPolicies } from '#lib/domain/policy'
import { checkCaptures } from '#lib/imaging/check-captures'
import { decodeCapture } from '#lib/imaging/decode-capture'
import { sharp } from '#lib/imaging/guarded-sharp'
import { imagingPool } from '#lib/imaging/pool'
import { type CheckSpecimen, checkSpecimens } from '#specimens/check-specimens'
import { makeSpecimen } from '#specimens/make-specimen'
import { fictitiousPerson } from '#specimens/person'
import { makeRandom } from '#specimens/random'
import { drawScreenshot } from '#specimens/screen/draw-screenshot'
import { photographScreen, screenPhotoOptions } from '#specimens/screen/photograph-screen'
import { markedPicture } from '../../cli/inspect/marked-picture.ts'
import type { ShownSpecimen } from './page-text.ts'

const widthPx = 720
// Specimens are drawn as SVG, a format shut wherever strangers' files are read; none are in this process.
sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] })

/** Draws the check's specimen, runs the check on it as on any capture, and marks what it found. */
export async function showOnSpecimen(check: CheckDefinition): Promise<ShownSpecimen & { picture: Uint8Array }> {
  const specimen = checkSpecimens[check.id] ?? { kind: check.appliesTo[0]! }
  const { kind, spoil = [], look = {}, screen, declaredName } = specimen
  const { bytes, person } = await draw(specimen)
  const policy = shippedPolicies['camera-photos']
  const inspection = await imagingPool().inspectUpload(bytes, policy)
  if (!inspection.accepted) throw new Error(`The specimen of ${check.id} was refused: ${inspection.refusal.message}`)
  const { givenNames, surname, birthDate } = person
  const declared = {
    documentType: documentTypeOf(kind),
    country: null,
    name: declaredName ?? `${givenNames} ${surname}`,
    birthDate,
    receivedAt: '2026-10-01T12:00:00.000Z',
  }
  const { facts, derivatives } = inspection
  const [findings = []] = await checkCaptures(imagingPool(), [{ kind, bytes, facts, declared, policy }], {
    only: [check.id],
  })
  const marked = await markedPicture(derivatives.view, findings)
  const picture = await sharp(marked).resize(widthPx).jpeg({ quality: 72, mozjpeg: true }).toBuffer()
  const defects = [
    ...spoil.map((item) => item.kind.replaceAll('_', ' ')),
    ...Object.entries(look).map(([name, value]) => `${name} ${value}`),
    ...(screen ? [screen === 'photo' ? 'photographed off a screen' : 'screenshot'] : []),
    ...(declaredName ? ['sent under another name'] : []),
  ]
  const title = [captureKindTitle[kind], ...defects].join('; ')
  const { outcome, summary } = findings[0]!
  return { title, outcome: outcome.replace('_', ' '), summary, picture }
}

async function draw({ kind, seed = 'page', spoil = [], look, screen }: CheckSpecimen) {
  const someone = fictitiousPerson(seed)
  const person = { ...someone, look: { ...someone.look, ...look } }
  const { bytes } = await makeSpecimen({ seed, kind, spoil, person })
  if (!screen) return { bytes, person }
  const { picture } = await decodeCapture(bytes)
  const random = makeRandom(`${seed}/screen`)
  if (screen === 'photo') {
    return { bytes: await photographScreen(random, await onScreen(picture), screenPhotoOptions(random)), person }
  }
  const { data, width, height } = await drawScreenshot(random, picture)
  return {
    bytes: await sharp(data, { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer(),
    person,
  }
}

/** A picture at the size a laptop's screen shows it in. */
async function onScreen({ data, width, height }: Picture): Promise<Picture> {
  const { data: shown, info } = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize(1400, 1000, { fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: shown, width: info.width, height: info.height }
}
