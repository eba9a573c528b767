'use client'

import { useTable } from '@tanstack/react-table'
import { type ReactNode, useRef, useSyncExternalStore } from 'react'
import { BulkBar } from './bulk-bar.tsx'
import { type DataColumns, dataTableFeatures as features } from './data-columns.tsx'
import { DataRow, rowHeight, rowsClass } from './data-row.tsx'
import { Pager, type PagerProps } from './pager.tsx'
import { type Sort, SortHeader } from './sort-header.tsx'
import { Checkbox } from './ui/checkbox.tsx'
import { cn } from './ui/cn.ts'
import { useRowKeys } from './use-row-keys.tsx'
import { useRowLinks } from './use-row-links.tsx'

export interface DataTableProps<Data extends object> {
  /** Names the table for screen readers. */
  label: string
  columns: DataColumns<Data>
  /** One page, already filtered and sorted by the server. */
  rows: Data[]
  rowId: (row: Data) => string
  rowHref?: (row: Data) => string
  /** Names a row for screen readers, where it can be selected. */
  rowLabel?: (row: Data) => string
  sort?: Sort | null
  /** The address of this page sorted another way. */
  sortHref?: (sort: Sort) => string
  pager?: PagerProps
  /** Buttons for the selected rows. Giving it makes rows selectable; call `clear` when done. */
  bulkActions?: (ids: string[], clear: () => void) => ReactNode
  /** Shown in place of rows: an EmptyState. */
  empty: ReactNode
  /** Lower rows, more of them at a glance. */
  compact?: boolean
  /** Another page or order is on its way. */
  busy?: boolean
  className?: string
}

/**
 * The one table: server-side order and pages through links, so that all of its state is in the address. `j` `k` or the arrow
 * keys walk the rows, Enter opens (rows are links), Space or `s` selects; Shift with a click selects a range.
 */
export function DataTable<Data extends object>(props: DataTableProps<Data>) {
  const { label, columns, rows, rowId, rowHref, rowLabel, sort, sortHref, pager, bulkActions, empty, busy, className } =
    props
  const { compact = false } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const table = useTable({ features, columns, data: rows, getRowId: rowId, enableRowSelection: Boolean(bulkActions) })
  const selected = table.getSelectedRowModel().rows.map(({ id }) => id)
  const clear = () => table.resetRowSelection(true)
  const awake = useAwake()
  const shown = awake ? table.getRowModel().rows : table.getRowModel().rows.slice(0, rowsAtFirst)
  const followRow = useRowLinks()
  useRowKeys(body, bulkActions ? (id) => table.getRow(id).toggleSelected() : null)

  return (
    <div className="grid min-w-0 gap-3">
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
        className={cn('max-h-[calc(100dvh-13rem)] overflow-auto rounded-lg border border-border bg-card', className)}
      >
        <table aria-label={label} aria-busy={busy} className="w-full border-separate border-spacing-0 text-[0.8125rem]">
          <thead>
            <tr>
              {bulkActions && (
                <th scope="col" className={cn(headClass, 'w-10')}>
                  <Checkbox
                    aria-label="Select all rows of this page"
                    checked={rows.length > 0 && table.getIsAllRowsSelected()}
                    indeterminate={selected.length > 0 && !table.getIsAllRowsSelected()}
                    onChange={table.getToggleAllRowsSelectedHandler()}
                  />
                </th>
              )}
              {table.getFlatHeaders().map((header) => (
                <SortHeader
                  key={header.id}
                  id={header.column.id}
                  sort={sort}
                  sortHref={header.column.columnDef.meta?.sortable ? sortHref : undefined}
                  numeric={header.column.columnDef.meta?.numeric}
                  className={cn(
                    headClass,
                    header.column.columnDef.meta?.numeric && 'text-right',
                    header.column.columnDef.meta?.className,
                  )}
                >
                  <table.FlexRender header={header} />
                </SortHeader>
              ))}
            </tr>
          </thead>
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: what is clicked are the links in it, and Enter on a link is a click */}
          <tbody
            ref={body}
            onClick={followRow}
            className={cn(
              'transition-opacity',
              rowsClass,
              rowHeight[compact ? 'compact' : 'roomy'],
              busy && 'opacity-50',
            )}
          >
            {shown.map((row) => (
              <DataRow
                key={row.id}
                row={row}
                label={rowLabel?.(row.original) ?? row.id}
                href={rowHref?.(row.original)}
                selected={row.getIsSelected()}
              />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && empty}
      </section>
      {bulkActions && selected.length > 0 && (
        <BulkBar count={selected.length} onClear={clear}>
          {bulkActions(selected, clear)}
        </BulkBar>
      )}
      {pager && <Pager {...pager} />}
    </div>
  )
}

/**
 * Rows in the page's HTML, as many as a large screen shows at once; the rest come from the data that is in the page anyway as soon
 * as it wakes up. Rendering rows nobody sees yet was most of what a page cost the server.
 */
const rowsAtFirst = 24

/** False on the server and for the first render in the browser. */
function useAwake(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
}

const headClass =
  'sticky top-0 z-20 h-9 whitespace-nowrap border-b border-border bg-card px-1 text-left text-xs font-medium text-muted-foreground desk:px-2'
