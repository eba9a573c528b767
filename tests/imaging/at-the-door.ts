import { type Policy, shippedPolicies } from '#lib/domain/policy'
import type { Refusal } from '#lib/domain/refusal'
import { type Inspection, inspectUpload } from '#lib/imaging/inspect-upload'

type Accepted = Extract<Inspection, { accepted: true }>

const everything: Policy = shippedPolicies['photos-and-pdf']

/** The file's facts and derivatives; fails the test where the door refuses it. */
export async function accepted(bytes: Uint8Array, policy = everything): Promise<Accepted> {
  const result = await inspectUpload(bytes, policy)
  if (!result.accepted) throw new Error(`Refused: ${result.refusal.message}`)
  return result
}

/** The refusal; fails the test where the door lets the file in. */
export async function refused(bytes: Uint8Array, policy = everything): Promise<Refusal> {
  const result = await inspectUpload(bytes, policy)
  if (result.accepted) throw new Error('Accepted')
  return result.refusal
}
