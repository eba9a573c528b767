import sharp from 'sharp'
import { expect, test } from 'vitest'
import { db } from '#lib/db/client'
import { viewCapture } from '#lib/operations/view-capture'
import { objectStore, tileKey } from '#lib/storage/object-store'
import { makeClient, makeSubmission, makeUser } from '../../factories.ts'

/** A picture larger than the view, sent lying on its side: its upper left corner, once upright, is red. */
async function largeCapture() {
  const red = {
    input: { create: { width: 400, height: 400, channels: 3 as const, background: '#f00' } },
    left: 0,
    top: 2200,
  }
  const bytes = await sharp({ create: { width: 1800, height: 2600, channels: 3, background: '#357' } })
    .composite([red])
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const client = await makeClient({ blurUntilClaimed: false })
  const { submissionId } = await makeSubmission({ client, files: [{ kind: 'id_front', bytes }] })
  return db().capture.findFirstOrThrow({ where: { submissionId } })
}

const looksAt = async (submissionId: string) =>
  db().auditEvent.count({ where: { submissionId, type: 'capture.viewed' } })

test('a picture is opened at the size of a stage, and closer looks belong to that opening', async () => {
  const reviewer = await makeUser()
  const { id, submissionId } = await largeCapture()
  const fit = await sharp(await viewCapture(reviewer, id, 'fit')).metadata()
  expect([fit.width, fit.height]).toEqual([1280, 886])
  await viewCapture(reviewer, id, 'view')
  await viewCapture(reviewer, id, { level: 0, column: 0, row: 0 })
  expect(await looksAt(submissionId)).toBe(1)
  await viewCapture(reviewer, id, 'fit')
  expect(await looksAt(submissionId)).toBe(2)
})

test('a tile asked for without opening the picture is a look of its own', async () => {
  const reviewer = await makeUser()
  const { id, submissionId } = await largeCapture()
  await viewCapture(reviewer, id, { level: 0, column: 1, row: 1 })
  expect(await looksAt(submissionId)).toBe(1)
})

test('tiles are the upright picture’s own pixels, cut at its edge, and kept encrypted', async () => {
  const reviewer = await makeUser()
  const { id, sha256 } = await largeCapture()
  const tiles = await Promise.all(
    [
      { level: 0, column: 0, row: 0 },
      { level: 0, column: 5, row: 3 },
    ].map((tile) => viewCapture(reviewer, id, tile)),
  )
  const [first, last] = await Promise.all(tiles.map((tile) => sharp(tile).raw().toBuffer({ resolveWithObject: true })))
  expect([first!.info.width, first!.info.height]).toEqual([512, 512])
  expect([last!.info.width, last!.info.height]).toEqual([2600 - 5 * 512, 1800 - 3 * 512])
  const colourAt = (x: number, y: number) => [...first!.data.subarray(3 * (y * 512 + x), 3 * (y * 512 + x) + 3)]
  expect(colourAt(390, 390)[0]).toBeGreaterThan(240)
  expect(colourAt(410, 410)[0]).toBeLessThan(90)
  expect(await objectStore().get(tileKey(sha256, { level: 0, column: 3, row: 2 }))).not.toBeNull()
})

test.each([
  ['outside the picture', { level: 0, column: 6, row: 0 }],
  ['of a level it does not have', { level: 1, column: 0, row: 0 }],
])('a tile %s is not there', async (_, tile) => {
  const reviewer = await makeUser()
  const { id, submissionId } = await largeCapture()
  await expect(viewCapture(reviewer, id, tile)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await looksAt(submissionId)).toBe(0)
})
