import type { TileAddress } from '#lib/domain/tile-pyramid'
import { env } from '#lib/env'
import { decrypt, encrypt } from './encryption.ts'
import { filesystemStore } from './filesystem-store.ts'

/** Bytes by key. Keys are made by us: lower-case letters, digits, `-` and `/`. */
export interface ObjectStore {
  /** Writes whole or not at all; writing the same key again is harmless, since keys name contents. */
  put: (key: string, bytes: Uint8Array) => Promise<void>
  /** Null where there is no such object. */
  get: (key: string) => Promise<Buffer | null>
  delete: (key: string) => Promise<void>
}

/** The store in use; what it holds is encrypted with AES-256-GCM before it leaves this process. */
export function objectStore(): ObjectStore {
  const key = env().storageKey
  const inner = filesystemStore(`${env().dataDir}/objects`)
  return {
    put: (name, bytes) => inner.put(name, encrypt(key, name, bytes)),
    get: async (name) => {
      const sealed = await inner.get(name)
      return sealed && decrypt(key, name, sealed)
    },
    delete: (name) => inner.delete(name),
  }
}

/** Key of an original: its own hash, so that the same file is kept once. */
export function originalKey(sha256: string): string {
  return `originals/${sha256.slice(0, 2)}/${sha256}`
}

/** Key of what was made from an original; the version moves when the way of making it changes. */
export function derivativeKey(sha256: string, variant: 'view' | 'fit' | 'thumb'): string {
  return `derivatives/${sha256.slice(0, 2)}/${sha256}-${variant}-1`
}

/** Key of one tile of an original's pyramid. */
export function tileKey(sha256: string, { level, column, row }: TileAddress): string {
  return `tiles/${sha256.slice(0, 2)}/${sha256}-1/${level}-${column}-${row}`
}
