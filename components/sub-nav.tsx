'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cn } from './ui/cn.ts'

export interface SubNavProps {
  /** Names the links for screen readers. */
  label: string
  items: readonly { href: string; title: string }[]
}

/** A row of links above a page, the open one underlined. Looks like Tabs, but each is a page of its own. */
export function SubNav({ label, items }: SubNavProps) {
  const path = usePathname()
  return (
    <nav aria-label={label} className="mb-4 flex gap-1 overflow-x-auto border-b border-border">
      {items.map(({ href, title }) => {
        const current = path === href || path.startsWith(`${href}/`)
        return (
          <Link
            key={href}
            href={href as Route}
            aria-current={current ? 'page' : undefined}
            className={cn(
              '-mb-px inline-flex h-9 items-center border-b-2 border-transparent px-2.5 text-[0.8125rem] font-medium whitespace-nowrap text-muted-foreground -outline-offset-2 hover:text-foreground',
              current && 'border-primary text-foreground',
            )}
          >
            {title}
          </Link>
        )
      })}
    </nav>
  )
}
