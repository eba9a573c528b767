import { ArrowDown, ArrowUp } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { cn } from './ui/cn.ts'

export interface Sort {
  /** A column's id. */
  column: string
  direction: 'asc' | 'desc'
}

export interface SortHeaderProps {
  id: string
  sort?: Sort | null
  /** Leave out where the column can't be sorted. */
  sortHref?: (sort: Sort) => string
  /** Keeps the words over right-aligned numbers: the arrow comes before them. */
  numeric?: boolean
  className?: string
  children: ReactNode
}

/** A heading that sorts: first ascending, then the other way round. */
export function SortHeader({ id, sort, sortHref, numeric, className, children }: SortHeaderProps) {
  const direction = sort?.column === id ? sort.direction : null
  if (!sortHref) {
    return (
      <th scope="col" className={className}>
        {children}
      </th>
    )
  }
  const Arrow = direction === 'desc' ? ArrowDown : ArrowUp
  const next: Sort = { column: id, direction: direction === 'asc' ? 'desc' : 'asc' }
  return (
    <th
      scope="col"
      aria-sort={direction === null ? undefined : direction === 'asc' ? 'ascending' : 'descending'}
      className={className}
    >
      <Link
        href={sortHref(next) as Route}
        scroll={false}
        prefetch={false}
        className={cn(
          'group relative inline-flex h-6 items-center hover:text-foreground',
          direction && 'text-foreground',
        )}
      >
        {children}
        <Arrow
          aria-hidden
          className={cn(
            // Beside the words, in the padding of the cell: a column is no wider for being sortable.
            'absolute size-3',
            numeric ? 'right-full' : 'left-full',
            !direction && 'opacity-0 group-hover:opacity-60',
          )}
        />
      </Link>
    </th>
  )
}
