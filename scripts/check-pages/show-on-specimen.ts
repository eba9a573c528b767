import type { CheckDefinition } from '#lib/checks/check'
import { captureKindTitle, documentTypeOf } from '#lib/domain/capture'
import { shippedPolicies } from '#lib/domain/policy'
import { checkCaptures } from '#lib/imaging/check-captures'
import { sharp } from '#lib/imaging/guarded-sharp'
import { imagingPool } from '#lib/imaging/pool'
import { checkSpecimens } from '#specimens/check-specimens'
import { makeSpecimen } from '#specimens/make-specimen'
import { markedPicture } from '../../cli/inspect/marked-picture.ts'
import type { ShownSpecimen } from './page-text.ts'

const widthPx = 720
// Specimens are drawn as SVG, a format shut wherever strangers' files are read; none are in this process.
sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] })

/** Draws the check's specimen, runs the check on it as on any capture, and marks what it found. */
export async function showOnSpecimen(check: CheckDefinition): Promise<ShownSpecimen & { picture: Uint8Array }> {
  const { kind, spoil = [], seed = 'page' } = checkSpecimens[check.id] ?? { kind: check.appliesTo[0]! }
  const { bytes, truth } = await makeSpecimen({ seed, kind, spoil })
  const policy = shippedPolicies['photos-and-pdf']
  const inspection = await imagingPool().inspectUpload(bytes, policy)
  if (!inspection.accepted) throw new Error(`The specimen of ${check.id} was refused: ${inspection.refusal.message}`)
  const { givenNames, surname, birthDate } = truth.person
  const declared = {
    documentType: documentTypeOf(kind),
    country: null,
    name: `${givenNames} ${surname}`,
    birthDate,
    receivedAt: '2026-10-01T12:00:00.000Z',
  }
  const { facts, derivatives } = inspection
  const [findings = []] = await checkCaptures(imagingPool(), [{ kind, bytes, facts, declared, policy }], {
    only: [check.id],
  })
  const marked = await markedPicture(derivatives.view, findings)
  const picture = await sharp(marked).resize(widthPx).jpeg({ quality: 72, mozjpeg: true }).toBuffer()
  const title = [captureKindTitle[kind], ...spoil.map((item) => item.kind.replaceAll('_', ' '))].join('; ')
  const { outcome, summary } = findings[0]!
  return { title, outcome: outcome.replace('_', ' '), summary, picture }
}
