import { captureMetadata } from './capture-metadata.ts'
import type { CheckDefinition } from './check.ts'
import { colour } from './colour.ts'
import { compression } from './compression.ts'
import { cropping } from './cropping.ts'
import { duplicateCapture } from './duplicate-capture.ts'
import { edited } from './edited.ts'
import { exposure } from './exposure.ts'
import { faceCount } from './face-count.ts'
import { facePose } from './face-pose.ts'
import { facePosition } from './face-position.ts'
import { fileSize } from './file-size.ts'
import { fileType } from './file-type.ts'
import { glare } from './glare.ts'
import { mrzCheckDigitsCheck } from './mrz-check-digits.ts'
import { resolution } from './resolution.ts'
import { scan } from './scan.ts'
import { sharpness } from './sharpness.ts'

/** Every check, cheapest first, in the order findings are listed. A new check is one file and one line here. */
const registered = [
  fileType,
  fileSize,
  captureMetadata,
  edited,
  scan,
  resolution,
  colour,
  cropping,
  exposure,
  sharpness,
  glare,
  compression,
  mrzCheckDigitsCheck,
  faceCount,
  facePosition,
  facePose,
  duplicateCapture,
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
