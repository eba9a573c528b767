'use client'

import { BookmarkPlus, Pencil, Users } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { lazy, Suspense, useState } from 'react'
import { Button } from '#components/ui/button'
import type { SavedView } from '#lib/queries/saved-views'
import { standingViews } from './standing-views.ts'
import { useViewCounts } from './use-view-counts.ts'

const ViewDialog = lazy(() => import('./view-dialog.tsx'))

/** Counts go this far; the number stands for itself and more. */
const countLimit = 1000

/** Lists at one click, with how much is in each: those everybody has, one's own, and those colleagues share. */
export function QueueViews({ views, query }: { views: readonly SavedView[]; query: string }) {
  const counts = useViewCounts()
  const [open, setOpen] = useState(false)
  const own = views.find((view) => view.mine && view.query === query)
  const known = own || [...standingViews, ...views].some((view) => view.query === query)
  return (
    <nav aria-label="Views" className="flex flex-wrap items-center gap-1">
      {standingViews.map((view) => (
        <ViewLink key={view.name} {...view} current={view.query === query} count={counts[view.query]} />
      ))}
      {views.length > 0 && <span aria-hidden className="mx-1 h-4 w-px bg-border" />}
      {views.map((view) => (
        <ViewLink
          key={view.id}
          {...view}
          sharedBy={view.mine ? undefined : view.owner}
          current={view.query === query}
          count={counts[view.query]}
        />
      ))}
      {(own || !known) && (
        <Button size="sm" variant="ghost" onClick={() => setOpen(true)}>
          {own ? <Pencil aria-hidden /> : <BookmarkPlus aria-hidden />}
          {own ? `Change “${own.name}”` : 'Save as a view'}
        </Button>
      )}
      {open && (
        <Suspense>
          <ViewDialog view={own} query={query} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </nav>
  )
}

interface ViewLinkProps {
  name: string
  query: string
  current: boolean
  count: number | undefined
  sharedBy?: string
}

function ViewLink({ name, query, current, count, sharedBy }: ViewLinkProps) {
  return (
    <Link
      href={(query ? `/queue?${query}` : '/queue') as Route}
      prefetch={false}
      aria-current={current ? 'page' : undefined}
      title={sharedBy && `Shared by ${sharedBy}`}
      className="inline-flex h-7 items-center gap-1.5 rounded-md px-2 text-[0.8125rem] text-muted-foreground hover:bg-muted aria-[current]:bg-muted aria-[current]:font-medium aria-[current]:text-foreground"
    >
      {sharedBy && <Users aria-label="Shared" className="size-3.5" />}
      <bdi>{name}</bdi>
      {/* As wide as it will be: nothing moves when the counts come. */}
      <span className="min-w-4 text-xs tabular-nums">
        {count === undefined ? '' : count >= countLimit ? '1000+' : count}
      </span>
    </Link>
  )
}
