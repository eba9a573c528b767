import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { db } from '#lib/db/client'
import { withTransaction } from '#lib/db/transaction'
import { enqueue, handle } from '#lib/jobs/queue'

test('a job that fails leaves in the queue where it failed, and nothing of what its error quoted', async () => {
  const decisionId = randomUUID()
  await handle('notify-customer', 1, async () => {
    throw new RangeError('550 jane.doe@example.com: no such person', { cause: 'Jane Doe' })
  })
  await withTransaction((tx) => enqueue(tx, 'notify-customer', { decisionId }))
  const kept = async () => {
    const [job] = await db().$queryRaw<{ output: string | null }[]>`
      SELECT output::text AS output FROM pgboss.job WHERE data->>'decisionId' = ${decisionId}`
    return job?.output
  }
  await vi.waitFor(async () => expect(await kept()).toContain('RangeError'), { timeout: 30_000, interval: 200 })
  expect(await kept()).not.toMatch(/jane/i)
})

test('mail that cannot be sent is tried for a day before it is given up', async () => {
  const decisionId = randomUUID()
  await withTransaction((tx) => enqueue(tx, 'notify-customer', { decisionId }))
  const [job] = await db().$queryRaw<{ limit: number; first: number; most: number }[]>`
    SELECT retry_limit AS limit, retry_delay AS first, retry_delay_max AS most
    FROM pgboss.job WHERE data->>'decisionId' = ${decisionId}`
  // The queue doubles the pause each time and takes between half of it and all.
  const shortest = Array.from({ length: job!.limit }, (_, at) => Math.min(job!.most, (job!.first * 2 ** at) / 2))
  expect(shortest.reduce((sum, seconds) => sum + seconds, 0)).toBeGreaterThan(86_400)
})

test('what nobody waits for is done after what came in later', async () => {
  const [behind, sent] = [randomUUID(), randomUUID()]
  await withTransaction(async (tx) => {
    await enqueue(tx, 'check-submission', { submissionId: behind, requestedById: null }, { behind: true })
    await enqueue(tx, 'check-submission', { submissionId: sent, requestedById: null })
  })
  const done: string[] = []
  await handle('check-submission', 1, async ({ submissionId }) => void done.push(submissionId))
  await vi.waitFor(() => expect(done).toEqual([sent, behind]), { timeout: 30_000, interval: 200 })
})
