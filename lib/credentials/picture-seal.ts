import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '#lib/env'

/**
 * The key one session's sealed copy of a capture is locked with: made from the house's secret, so that nothing is kept, and of
 * no use for another session or picture.
 */
export function sealKey(sessionId: string, captureId: string): Buffer {
  return Buffer.from(hkdfSync('sha256', env().secret, '', `retake picture seal ${sessionId} ${captureId}`, 32))
}

/** AES-256-GCM as the browser's WebCrypto opens it: 12 bytes of nonce, then the ciphertext with its tag. */
export function seal(key: Buffer, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}
