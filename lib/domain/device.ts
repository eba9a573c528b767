import type { CaptureKind } from './capture.ts'
import { captureKinds } from './capture.ts'

const maxLength = 80

/**
 * The camera a submission was taken with, as make and model: of the first capture, documents before the selfie, whose metadata
 * names one; empty where none does. A model that already names its maker isn't preceded by it again.
 */
export function deviceOf(captures: readonly { kind: CaptureKind; metadata: Record<string, string> }[]): string {
  const ordered = [...captures].sort((a, b) => captureKinds.indexOf(a.kind) - captureKinds.indexOf(b.kind))
  const { Make = '', Model = '' } = ordered.find(({ metadata }) => metadata.Model)?.metadata ?? {}
  const named = Model.toLowerCase().startsWith(Make.toLowerCase()) ? Model : `${Make} ${Model}`
  return named.trim().slice(0, maxLength)
}
