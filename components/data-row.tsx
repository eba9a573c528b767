import type { Row } from '@tanstack/react-table'
import type { ReactNode } from 'react'
import type { DataColumnMeta, DataTableFeatures } from './data-columns.tsx'
import { Checkbox } from './ui/checkbox.tsx'

/** On the body, so that hundreds of cells don't each repeat it. */
export const rowsClass =
  '[&_td]:border-b [&_td]:border-border [&_td]:px-1 [&_td]:align-middle desk:[&_td]:px-2 [&>tr]:relative [&>tr]:focus-within:bg-hover [&>tr]:hover:bg-hover [&>tr]:data-selected:bg-selected [&>tr:has([data-late])>:first-child]:shadow-[inset_2px_0_var(--color-danger)]'
export const rowHeight = { roomy: '[&>tr]:h-10', compact: '[&>tr]:h-8 [&_img]:h-6' }

export interface DataRowProps<Data extends object> {
  row: Row<DataTableFeatures, Data>
  /** Names the row where it can be selected. */
  label: string
  href?: string
  selected: boolean
}

/** One row of the DataTable. Its link is stretched over the whole row; the checkbox lies above it. */
export function DataRow<Data extends object>({ row, label, href, selected }: DataRowProps<Data>) {
  return (
    <tr data-row={row.id} data-selected={selected || undefined}>
      {row.getCanSelect() && (
        <td>
          <Checkbox
            className="z-10"
            aria-label={`Select ${label}`}
            checked={selected}
            onChange={row.getToggleSelectedHandler()}
          />
        </td>
      )}
      {row.getAllCells().map((cell) => {
        const { cell: show, meta } = cell.column.columnDef
        // Called and not rendered: a component for each of the hundreds of cells would cost more than what it shows.
        const content = typeof show === 'function' ? show(cell.getContext()) : String(cell.getValue())
        return (
          <td key={cell.id} className={classOf(meta)}>
            {meta?.link && href ? <RowLink href={href}>{content}</RowLink> : content}
          </td>
        )
      })}
    </tr>
  )
}

function classOf(meta: DataColumnMeta | undefined): string | undefined {
  if (!meta?.numeric) return meta?.className
  return meta.className ? `text-right tabular-nums ${meta.className}` : 'text-right tabular-nums'
}

/** A plain link; the table follows it within the page. */
function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      data-row-link
      className="font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring"
    >
      {children}
    </a>
  )
}
