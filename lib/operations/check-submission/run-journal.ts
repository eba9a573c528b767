import { setTimeout } from 'node:timers/promises'
import { notifyChange } from '#lib/db/notify'
import { type Tx, withTransaction } from '#lib/db/transaction'
import type { Finding } from '#lib/domain/finding'
import { describeError, logger } from '#lib/logger'

/** About ten updates a second look smooth; more would only load the database. */
const batchIntervalMs = 100

export type CaptureFinding = Finding & { captureId: string }

export interface RunJournal {
  /** Takes a finding; it is stored with the next batch. */
  add(finding: CaptureFinding): void
  /** Waits for the batch under way and starts no more. Answers with what is not stored yet. */
  close(): Promise<CaptureFinding[]>
}

/**
 * Stores a run's findings as they come, so that a reviewer reads the first while slow checks still run: one batch at a time and
 * no more often than an eye can follow. A batch the database didn't take goes with the next. Rows are only ever added: what a
 * run has stored before it fails or is overtaken stays as its history, and nothing is stored for it after that.
 */
export function openRunJournal(checkRunId: string, submissionId: string): RunJournal {
  const closing = new AbortController()
  const waiting: CaptureFinding[] = []
  let storing: Promise<void> | null = null

  const storeAsTheyCome = async () => {
    while (waiting.length > 0 && !closing.signal.aborted) {
      const batch = [...waiting]
      await withTransaction((tx) => storeBatch(tx, checkRunId, submissionId, batch)).then(
        () => waiting.splice(0, batch.length),
        (error: unknown) => logger.warn({ event: 'check.batch_lost', error: describeError(error) }),
      )
      await setTimeout(batchIntervalMs, null, closing).catch(() => {})
    }
    storing = null
  }
  return {
    add: (finding) => {
      waiting.push(finding)
      storing ??= storeAsTheyCome()
    },
    close: async () => {
      closing.abort()
      await storing
      return waiting
    },
  }
}

async function storeBatch(
  tx: Tx,
  id: string,
  submissionId: string,
  findings: readonly CaptureFinding[],
): Promise<void> {
  const [run] = await tx.checkRun.updateManyAndReturn({
    where: { id, status: 'running' },
    data: { done: { increment: findings.length } },
  })
  if (!run) return
  await storeFindings(tx, id, findings)
  await notifyChange(tx, { type: 'progress', submissionId, done: run.done, total: run.total })
}

/** Adds findings to a run with their regions. Those it has already, of a batch whose success was not heard of, are left. */
export async function storeFindings(tx: Tx, checkRunId: string, findings: readonly CaptureFinding[]): Promise<void> {
  const rows = await tx.finding.createManyAndReturn({
    data: findings.map(({ regions: _, ...finding }) => ({ ...finding, checkRunId })),
    select: { id: true, captureId: true, check: true },
    skipDuplicates: true,
  })
  await tx.region.createMany({
    data: rows.flatMap(({ id: findingId, captureId, check }) => {
      const finding = findings.find((one) => one.captureId === captureId && one.check === check)
      return finding!.regions.map(({ points, value }, position) => ({ findingId, position, points, value }))
    }),
  })
}
