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
