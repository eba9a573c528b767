import { z } from 'zod'
import { defineRoute } from '#app/_server/define-route'
import { requireActor } from '#app/_server/session'
import { documentTypeTitle } from '#lib/domain/capture'
import { toCsv } from '#lib/domain/csv'
import { submissionStatusTitle } from '#lib/domain/submission'
import { exportQueue } from '#lib/operations/export-queue'
import { exportLimit, type QueueRow, queueRows } from '#lib/queries/review-queue'
import { queueFilterSchema } from '#lib/queries/review-queue/queue-filter'

const idsSchema = z.array(z.uuid()).min(1).max(200).nullable()

/**
 * The queue as a CSV file, under the filter and in the order of the address, or the rows of `ids` alone. Streamed a thousand rows
 * at a time and bounded; references and states, no names or addresses. Leaves an audit event before the first row.
 */
export const GET = defineRoute(async (request) => {
  const actor = await requireActor()
  const { ids: chosen, ...address } = Object.fromEntries(new URL(request.url).searchParams)
  const ids = idsSchema.parse(chosen?.split(',') ?? null)
  const filter = queueFilterSchema.parse(address)
  // Names of filters alone go on record: an address may hold anything.
  const filters = Object.keys(address).filter((name) => Object.hasOwn(queueFilterSchema.shape, name))
  await exportQueue(actor, { rows: ids?.length ?? exportLimit, filters: ids ? ['ids'] : filters })
  const pages = queueRows(actor, filter, ids)
  const encoder = new TextEncoder()
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(toCsv([columns.map(([name]) => name)]))),
    async pull(controller) {
      const next = await pages.next()
      if (next.done) return controller.close()
      const lines = toCsv(next.value.map((row) => columns.map(([, cell]) => cell(row))))
      // The mark at the beginning belongs to the file, not to each of its parts.
      controller.enqueue(encoder.encode(lines.replace('\uFEFF', '')))
    },
    cancel: () => void pages.return(undefined),
  })
  return new Response(stream, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="retake-queue.csv"',
      'X-Content-Type-Options': 'nosniff',
    },
  })
})

const columns: readonly (readonly [string, (row: QueueRow) => string | number])[] = [
  ['reference', ({ reference }) => reference],
  ['external_id', ({ externalId }) => externalId],
  ['client', ({ clientName }) => clientName],
  ['status', ({ status }) => submissionStatusTitle[status]],
  ['document', ({ documentType }) => documentTypeTitle[documentType]],
  ['country', ({ country }) => country],
  ['attempt', ({ attempt }) => attempt],
  ['flags', ({ flags }) => flags.map(({ check }) => check).join(' ')],
  ['received_at', ({ receivedAt }) => receivedAt.toISOString()],
  ['due_at', ({ dueAt }) => dueAt.toISOString()],
  ['late', ({ late }) => (late ? 'yes' : 'no')],
  ['holder', ({ holder }) => holder ?? ''],
  ['assigned_to', ({ assigned }) => assigned ?? ''],
  ['snoozed_until', ({ snoozedUntil }) => snoozedUntil?.toISOString() ?? ''],
  ['escalated', ({ escalated }) => (escalated ? 'yes' : 'no')],
  ['device', ({ device }) => device],
]
