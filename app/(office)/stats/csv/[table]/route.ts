import { defineRoute } from '#app/_server/define-route'
import { requireActor } from '#app/_server/session'
import { toCsv } from '#lib/domain/csv'
import { AppError } from '#lib/errors'
import { exportStats } from '#lib/operations/export-stats'
import { statsFilterSchema } from '#lib/queries/failure-reasons'
import { readStats } from '../../read-stats.ts'
import { type StatsTableName, statsTables } from '../../stats-tables.ts'

/** One table of the stats page as a CSV file, over the same period and with the same filters. Leaves an audit event. */
export const GET = defineRoute<{ table: string }>(async (request, { table }) => {
  const actor = await requireActor()
  if (!Object.hasOwn(statsTables, table)) throw new AppError('NOT_FOUND')
  const filter = statsFilterSchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { columns, rows } = statsTables[table as StatsTableName](await readStats(actor, filter))
  await exportStats(actor, { table, days: filter.days, rows: rows.length })
  return new Response(toCsv([columns, ...rows]), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="retake-${table}-${filter.days}-days.csv"`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
})
