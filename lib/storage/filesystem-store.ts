import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ObjectStore } from './object-store.ts'

const keyPattern = /^[a-z0-9]+(?:[/-][a-z0-9]+)*$/

/**
 * Objects as files under `root`, readable by this user only. A crash leaves either the whole object or none, and what `put`
 * answered for outlasts a power cut: rows that name it are committed after.
 */
export function filesystemStore(root: string): ObjectStore {
  const pathOf = (key: string) => {
    if (!keyPattern.test(key)) throw new RangeError('Object key has a form that is never made')
    return join(/* turbopackIgnore: true */ root, key)
  }
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const unfinished = `${path}.${randomUUID()}`
      try {
        await writeWhole(unfinished, bytes)
        await rename(unfinished, path)
      } catch (error) {
        // On a full disk half an object would keep it full.
        await rm(unfinished, { force: true })
        throw error
      }
      await syncNames(dirname(path), made)
    },
    async get(key) {
      return readFile(pathOf(key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
    },
    async delete(key) {
      await rm(pathOf(key), { force: true })
    },
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes the name of a new file last, and those of the folders made for it, of which `made` is the first. */
async function syncNames(folder: string, made: string | undefined): Promise<void> {
  const opened = await open(folder)
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
  if (made && folder.startsWith(made)) await syncNames(dirname(folder), made)
}
