import type { Row } from '@tanstack/react-table'
import type { ReactNode } from 'react'
import type { DataColumnMeta, DataTableFeatures } from './data-columns.tsx'
import { Checkbox } from './ui/checkbox.tsx'
import { cn } from './ui/cn.ts'

const cellClass = 'border-b border-border px-1.5 align-middle desk:px-2'
const rowClass =
  'relative focus-within:bg-hover hover:bg-hover data-selected:bg-selected [&:has([data-late])>:first-child]:shadow-[inset_2px_0_var(--color-danger)]'

export interface DataRowProps<Data extends object> {
  row: Row<DataTableFeatures, Data>
  /** Names the row where it can be selected. */
  label: string
  href?: string
  selected: boolean
  compact: boolean
}

/** One row of the DataTable. Its link is stretched over the whole row; the checkbox lies above it. */
export function DataRow<Data extends object>({ row, label, href, selected, compact }: DataRowProps<Data>) {
  return (
    <tr
      data-row={row.id}
      data-selected={selected || undefined}
      className={compact ? `${rowClass} h-8 [&_img]:h-6` : `${rowClass} h-10`}
    >
      {row.getCanSelect() && (
        <td className={cellClass}>
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

const classes = new WeakMap<DataColumnMeta, string>()

/** Merged once for each column. */
function classOf(meta: DataColumnMeta | undefined): string {
  if (!meta) return cellClass
  const known = classes.get(meta) ?? cn(cellClass, meta.numeric && 'text-right tabular-nums', meta.className)
  classes.set(meta, known)
  return known
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
