import { ChevronRight } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { DateTime } from '#components/date-time'
import { Facts } from '#components/facts'
import { Card } from '#components/ui/card'
import type { AuditRow } from '#lib/queries/audit-log'
import { eventSentence } from './event-words.ts'

export interface AuditListProps {
  rows: readonly AuditRow[]
  /** Names of people and clients by id. */
  nameOf: ReadonlyMap<string, string>
}

/** Entries as sentences; what was recorded with each is behind it. */
export function AuditList({ rows, nameOf }: AuditListProps) {
  return (
    <Card flush>
      <ol aria-label="Entries" className="divide-y divide-border text-[0.8125rem]">
        {rows.map((row) => (
          <Entry key={row.id} row={row} nameOf={nameOf} />
        ))}
      </ol>
    </Card>
  )
}

function Entry({ row, nameOf }: { row: AuditRow; nameOf: AuditListProps['nameOf'] }) {
  const { who, did } = eventSentence(row, nameOf)
  return (
    <li>
      <details className="group">
        <summary className="grid grid-cols-[auto_minmax(0,1fr)_9rem_9rem] items-center gap-3 px-4 py-2 -outline-offset-2 hover:bg-hover">
          <ChevronRight aria-hidden className="size-4 text-muted-foreground group-open:rotate-90" />
          <span>
            <b className="font-medium">{who}</b> {did}
          </span>
          <span className="tabular-nums">{row.reference}</span>
          <span className="text-right text-xs text-muted-foreground">
            <DateTime value={row.at} show="exact" />
          </span>
        </summary>
        <div className="border-t border-border bg-muted px-4 py-3">
          <Facts items={details(row, nameOf)} />
        </div>
      </details>
    </li>
  )
}

function details({ id, type, caseId, reference, submissionId, data }: AuditRow, nameOf: AuditListProps['nameOf']) {
  return [
    ['Entry', id],
    ['Type', type],
    ...(caseId
      ? [
          [
            'Case',
            <Link key="case" href={`/support/${caseId}` as Route} className="underline underline-offset-4">
              {reference ?? caseId}
            </Link>,
          ] as const,
        ]
      : []),
    ...(submissionId ? [['Submission', submissionId] as const] : []),
    ...Object.entries(data).map(([name, value]) => [name, inWords(value, nameOf)] as const),
  ] as const
}

/** A recorded value; ids of people with their name. */
function inWords(value: unknown, nameOf: AuditListProps['nameOf']): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const name = nameOf.get(text)
  return name ? `${name} (${text})` : text
}
