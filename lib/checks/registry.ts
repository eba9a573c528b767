import type { CheckGroup } from '#lib/domain/finding'
import { age } from './age.ts'
import { background } from './background.ts'
import { bothSides } from './both-sides.ts'
import { captureMetadata } from './capture-metadata.ts'
import type { CheckDefinition } from './check.ts'
import { colour } from './colour.ts'
import { colourCast } from './colour-cast.ts'
import { compression } from './compression.ts'
import { country } from './country.ts'
import { cropping } from './cropping.ts'
import { documentExpiry } from './document-expiry.ts'
import { documentPage } from './document-page.ts'
import { documentPresent } from './document-present.ts'
import { documentType } from './document-type.ts'
import { duplicateCapture } from './duplicate-capture.ts'
import { edited } from './edited.ts'
import { exposure } from './exposure.ts'
import { faceCount } from './face-count.ts'
import { faceCovered } from './face-covered.ts'
import { faceExpression } from './face-expression.ts'
import { facePose } from './face-pose.ts'
import { facePosition } from './face-position.ts'
import { fileSize } from './file-size.ts'
import { fileType } from './file-type.ts'
import { glare } from './glare.ts'
import { glasses } from './glasses.ts'
import { haze } from './haze.ts'
import { mrzCheckDigitsCheck } from './mrz-check-digits.ts'
import { mrzMatchesPrint } from './mrz-matches-print.ts'
import { obstruction } from './obstruction.ts'
import { personPresent } from './person-present.ts'
import { portraitMatch } from './portrait-match.ts'
import { profileMatch } from './profile-match.ts'
import { recapture } from './recapture.ts'
import { resolution } from './resolution.ts'
import { retouched } from './retouched.ts'
import { scan } from './scan.ts'
import { screenshot } from './screenshot.ts'
import { sharpness } from './sharpness.ts'
import { singleDocument } from './single-document.ts'
import { textLegible } from './text-legible.ts'
import { upscaled } from './upscaled.ts'

/** Every check, cheapest first, in the order findings are listed. A new check is one file and one line here. */
const registered = [
  fileType,
  fileSize,
  captureMetadata,
  edited,
  scan,
  colour,
  colourCast,
  documentPresent,
  singleDocument,
  cropping,
  background,
  obstruction,
  exposure,
  sharpness,
  haze,
  glare,
  compression,
  upscaled,
  screenshot,
  recapture,
  mrzCheckDigitsCheck,
  resolution,
  personPresent,
  faceCount,
  facePosition,
  facePose,
  retouched,
  faceExpression,
  faceCovered,
  country,
  textLegible,
  documentType,
  documentPage,
  documentExpiry,
  age,
  profileMatch,
  duplicateCapture,
  bothSides,
  mrzMatchesPrint,
  glasses,
  portraitMatch,
] as const

export type CheckId = (typeof registered)[number]['id']

export const checks = registered as unknown as readonly (CheckDefinition & { id: CheckId })[]
export const checkIds: readonly CheckId[] = checks.map(({ id }) => id)

/** True for the id of a registered check. */
export function isCheckId(id: string): id is CheckId {
  return checkIds.some((known) => known === id)
}

/** The check of this id. */
export function checkOf(id: CheckId): CheckDefinition {
  return checks.find((check) => check.id === id)!
}

/** The groups of these checks; ids that are no longer registered have none. */
export function groupsOf(ids: readonly string[]): CheckGroup[] {
  return [...new Set(ids.filter(isCheckId).map((id) => checkOf(id).group))]
}
