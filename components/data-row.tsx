import { FlexRender, type Row } from '@tanstack/react-table'
import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { DataTableFeatures } from './data-columns.tsx'
import { Checkbox } from './ui/checkbox.tsx'
import { cn } from './ui/cn.ts'

const cellClass = 'border-b border-border px-1.5 align-middle desk:px-2'

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
      className={cn(
        'relative focus-within:bg-hover hover:bg-hover data-selected:bg-selected [&:has([data-late])>:first-child]:shadow-[inset_2px_0_var(--color-danger)]',
        compact ? 'h-8 [&_img]:h-6' : 'h-10',
      )}
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
        const { numeric, link, className } = cell.column.columnDef.meta ?? {}
        const content = <FlexRender cell={cell} />
        return (
          <td key={cell.id} className={cn(cellClass, numeric && 'text-right tabular-nums', className)}>
            {link && href ? <RowLink href={href}>{content}</RowLink> : content}
          </td>
        )
      })}
    </tr>
  )
}

function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href as Route}
      data-row-link
      prefetch={false}
      className="font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring"
    >
      {children}
    </Link>
  )
}
