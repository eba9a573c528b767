import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { env } from '#lib/env'
import { objectStore } from '#lib/storage/object-store'

const plain = Buffer.from('the bytes of a picture')

test('what was put comes back, and is not readable on the disk', async () => {
  await objectStore().put('originals/aa/one', plain)
  expect(await objectStore().get('originals/aa/one')).toEqual(plain)
  const path = join(env().dataDir, 'objects/originals/aa/one')
  expect(readFileSync(path).includes(plain)).toBe(false)
  expect(statSync(path).mode & 0o077).toBe(0)
})

test('an object that was changed, or moved under another name, is not given out', async () => {
  await objectStore().put('originals/aa/two', plain)
  const folder = join(env().dataDir, 'objects/originals/aa')
  const sealed = readFileSync(join(folder, 'two'))
  writeFileSync(join(folder, 'three'), sealed)
  await expect(objectStore().get('originals/aa/three')).rejects.toThrow()
  sealed[sealed.length - 1]! ^= 1
  writeFileSync(join(folder, 'two'), sealed)
  await expect(objectStore().get('originals/aa/two')).rejects.toThrow()
})

test('an object that is not there is null, and no key leads out of the store', async () => {
  expect(await objectStore().get('originals/aa/never')).toBeNull()
  for (const key of ['../secret', '/etc/passwd', 'a/../../b', '', 'A', 'a\0b']) {
    await expect(objectStore().put(key, plain)).rejects.toThrow(RangeError)
  }
})

test('nothing unfinished is left beside the objects', async () => {
  await Promise.all(Array.from({ length: 10 }, () => objectStore().put('originals/bb/same', plain)))
  expect(readdirSync(join(env().dataDir, 'objects/originals/bb'))).toEqual(['same'])
})

test('what could not be written leaves nothing behind', async () => {
  await objectStore().put('originals/cc/taken/object', plain)
  await expect(objectStore().put('originals/cc/taken', plain)).rejects.toThrow()
  expect(readdirSync(join(env().dataDir, 'objects/originals/cc'))).toEqual(['taken'])
})
