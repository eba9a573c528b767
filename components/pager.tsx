import { ChevronLeft, ChevronRight, type LucideIcon } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { buttonVariants } from './ui/button.tsx'

export interface PagerProps {
  /** Null where there is no such page. Keyset pages have no numbers, only a next and a previous. */
  prevHref: string | null
  nextHref: string | null
  /** Like "50 shown of 1,204". */
  summary?: string
}

/** Previous and next, as links, so that pages can be opened elsewhere and come back with the browser's back button. */
export function Pager({ prevHref, nextHref, summary }: PagerProps) {
  return (
    <nav aria-label="Pages" className="flex items-center justify-end gap-2 text-[0.8125rem]">
      {summary && <span className="mr-auto text-muted-foreground tabular-nums">{summary}</span>}
      <PageLink href={prevHref} label="Previous page" icon={ChevronLeft} />
      <PageLink href={nextHref} label="Next page" icon={ChevronRight} />
    </nav>
  )
}

function PageLink({ href, label, icon: Icon }: { href: string | null; label: string; icon: LucideIcon }) {
  const look = buttonVariants({ size: 'icon' })
  if (!href) {
    return (
      <button type="button" disabled aria-label={label} className={look}>
        <Icon aria-hidden />
      </button>
    )
  }
  return (
    <Link href={href as Route} prefetch={false} aria-label={label} className={look}>
      <Icon aria-hidden />
    </Link>
  )
}
