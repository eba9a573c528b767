import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '#lib/env'

const idBytes = 16
const tagBytes = 16

/**
 * The token of a customer's link: its id and a 128-bit HMAC-SHA-256 tag over it, base64url, 43 characters. It can be made
 * again from the id and the secret, so no token is ever stored.
 */
export function linkToken(linkId: string): string {
  const id = Buffer.from(linkId.replaceAll('-', ''), 'hex')
  return Buffer.concat([id, tagOf(id)]).toString('base64url')
}

/** The link's id where the token is one we made, else null. Whether the link still holds is the database's to say. */
export function linkIdOf(token: string): string | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== idBytes + tagBytes) return null
  const id = bytes.subarray(0, idBytes)
  if (!timingSafeEqual(bytes.subarray(idBytes), tagOf(id))) return null
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The address a customer opens. */
export function linkUrl(linkId: string): string {
  return `${env().appOrigin}/resubmit/${linkToken(linkId)}`
}

function tagOf(id: Buffer): Buffer {
  return createHmac('sha256', env().secret).update('resubmission-link:').update(id).digest().subarray(0, tagBytes)
}
