import { CaptureThumb } from '#components/capture-thumb'
import { dataColumns } from '#components/data-columns'
import { DateTime } from '#components/date-time'
import { StatusBadge } from '#components/status-badge'
import { Badge } from '#components/ui/badge'
import { Progress } from '#components/ui/progress'
import { DueTime, WaitingTime } from '#components/waiting-time'
import { documentTypeTitle } from '#lib/domain/capture'
import { isOpen } from '#lib/domain/submission'
import type { QueueRow } from '#lib/queries/review-queue'
import type { ColumnName } from './queue-look.ts'

/** A row as the table shows it. */
export interface QueueTableRow extends QueueRow {
  /** No longer part of this list, but kept in place while somebody points at the list. */
  gone?: boolean
}

/** Badges beyond this are counted: the row stays one line. */
const shownFlags = 2

const column = dataColumns<QueueTableRow>()

/** Words that only the server has. */
export interface QueueWords {
  /** What each check says when it fails. */
  checks: Record<string, string>
  /** Names of the countries on the page, by code: browsers disagree on them. */
  countries: Record<string, string>
}

/** The reference always stands; of the rest, those that are `shown`. */
export function queueColumns({ checks, countries }: QueueWords, shown: readonly ColumnName[]) {
  const all = column.columns([
    column.accessor('reference', {
      id: 'reference',
      header: 'Reference',
      meta: { link: true, sortable: true },
      cell: ({ row }) => <Reference {...row.original} />,
    }),
    column.accessor('captures', {
      id: 'captures',
      header: 'Captures',
      cell: ({ row }) => <Thumbs {...row.original} />,
    }),
    column.accessor('documentType', {
      id: 'type',
      header: 'Document',
      meta: { sortable: true, className: 'whitespace-nowrap' },
      cell: ({ getValue }) => documentTypeTitle[getValue()],
    }),
    column.accessor('country', {
      id: 'country',
      header: 'Country',
      meta: { sortable: true },
      cell: ({ getValue }) => (
        <abbr title={countries[getValue()]} className="no-underline">
          {getValue()}
        </abbr>
      ),
    }),
    column.accessor('clientName', {
      id: 'client',
      header: 'Client',
      meta: { sortable: true },
      cell: ({ getValue }) => <Short text={getValue()} />,
    }),
    column.accessor('device', {
      id: 'device',
      header: 'Device',
      meta: { sortable: true },
      cell: ({ getValue }) => <Short text={getValue() || '–'} />,
    }),
    column.accessor('flags', {
      id: 'flags',
      header: 'Flags',
      meta: { sortable: true },
      cell: ({ getValue }) => <Flags flags={getValue()} titles={checks} />,
    }),
    column.accessor('attempt', {
      id: 'attempt',
      header: 'Attempt',
      meta: { sortable: true, numeric: true },
    }),
    column.accessor('receivedAt', {
      id: 'waiting',
      header: 'Waiting',
      meta: { sortable: true, numeric: true, className: 'max-desk:hidden' },
      cell: ({ row }) => <Waiting {...row.original} />,
    }),
    column.accessor('dueAt', {
      id: 'due',
      header: 'Due',
      meta: { sortable: true, numeric: true },
      cell: ({ row }) => (isOpen(row.original.status) ? <DueTime at={row.original.dueAt} /> : '–'),
    }),
    column.accessor('holder', {
      id: 'holder',
      header: 'Holder',
      cell: ({ row }) => <Holder {...row.original} />,
    }),
    column.accessor('status', {
      id: 'status',
      header: 'Status',
      meta: { sortable: true },
      cell: ({ row }) => <Status {...row.original} />,
    }),
  ])
  return all.filter(({ id }) => id === 'reference' || shown.includes(id as ColumnName))
}

function Short({ text }: { text: string }) {
  return (
    <span title={text} className="block max-w-36 truncate max-desk:max-w-16">
      {text}
    </span>
  )
}

function Reference({ reference, externalId, gone }: QueueTableRow) {
  return (
    <span className={gone ? 'block leading-4 opacity-50' : 'block leading-4'}>
      <span className="font-mono text-[0.8125rem]">{reference}</span>
      <span className="block max-w-28 truncate text-xs font-normal text-muted-foreground">{externalId}</span>
    </span>
  )
}

function Thumbs({ captures }: QueueTableRow) {
  if (!captures) return <span className="text-muted-foreground">Not shown</span>
  return (
    <span className="flex gap-1 max-desk:[&>span]:w-7">
      {captures.map(({ id, kind }) => (
        <CaptureThumb key={id} src={`/api/captures/${id}?size=thumb`} kind={kind} />
      ))}
    </span>
  )
}

function Waiting({ status, receivedAt }: QueueTableRow) {
  if (isOpen(status)) return <WaitingTime since={receivedAt} />
  return (
    <span className="text-muted-foreground">
      <DateTime value={receivedAt} />
    </span>
  )
}

/** Flags by the names of their checks, to be short; the whole sentence on hover and for screen readers. */
function Flags({ flags, titles }: { flags: QueueTableRow['flags']; titles: Record<string, string> }) {
  const rest = flags.slice(shownFlags).map(({ check }) => titles[check] ?? check)
  return (
    <span className="flex gap-1">
      {flags.slice(0, shownFlags).map(({ check, count }) => (
        <Badge key={check} tone="danger" title={titles[check]}>
          {checkName(check)}
          {count > 1 && ` ×${count}`}
        </Badge>
      ))}
      {rest.length > 0 && (
        <Badge tone="danger" title={rest.join(', ')}>
          +{rest.length}
          <span className="sr-only">: {rest.join(', ')}</span>
        </Badge>
      )}
    </span>
  )
}

/** `file-size` becomes "File size". */
function checkName(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ')
}

/** Who holds it now; else whose it is. */
function Holder({ holder, heldByMe, assigned, assignedToMe }: QueueTableRow) {
  if (holder) return <Short text={heldByMe ? 'You' : holder} />
  if (!assigned) return <span className="text-muted-foreground">–</span>
  return (
    <span className="block max-w-36 truncate text-muted-foreground max-desk:max-w-16">
      for {assignedToMe ? 'you' : assigned}
    </span>
  )
}

function Status({ status, progress, escalated, snoozedUntil, gone }: QueueTableRow) {
  if (gone) return <span className="text-xs text-muted-foreground">No longer in this list</span>
  return (
    <span className="inline-flex items-center gap-2">
      <StatusBadge status={status} plain />
      {isOpen(status) && escalated && <Badge tone="warning">Escalated</Badge>}
      {snoozedUntil && (
        <span className="text-xs text-muted-foreground">
          until <DateTime value={snoozedUntil} show="exact" />
        </span>
      )}
      {progress && <Progress label="Checks" value={progress.done} max={Math.max(1, progress.total)} className="w-9" />}
    </span>
  )
}
