import { afterEach, expect, test, vi } from 'vitest'
import { db } from '#lib/db/client'
import { databaseNow } from '#lib/db/transaction'
import { writeNote } from '#lib/operations/write-note'
import { makeReviewable, makeUser } from '../factories.ts'

afterEach(() => void vi.useRealTimers())

test('rows say when they were written by the database’s clock, whatever the clock here says', async () => {
  const submissionId = await makeReviewable()
  const reviewer = await makeUser()
  const before = await databaseNow(db())
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000 })
  await writeNote(reviewer, { submissionId, body: 'Looks fine', mentionedIds: [] })
  const note = await db().note.findFirstOrThrow({ where: { submissionId } })
  const event = await db().auditEvent.findFirstOrThrow({ where: { submissionId, type: 'note.written' } })
  for (const written of [note.writtenAt, event.at]) expect(written.getTime()).toBeGreaterThanOrEqual(before.getTime())
})
