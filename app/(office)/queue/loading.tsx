import { PageHeader } from '#components/ui/page-header'
import { Skeleton } from '#components/ui/skeleton'

/** The queue's shape, while its rows are read. */
export default function QueueLoading() {
  return (
    <>
      <PageHeader title="Queue" description="Loading…">
        <div className="grid gap-3">
          <Skeleton className="h-7 w-full max-w-md" />
          <Skeleton className="h-8 w-full max-w-4xl" />
        </div>
      </PageHeader>
      {/* One element and its lines: this goes along with every page of the queue. */}
      <div
        aria-hidden
        className="h-120 animate-pulse rounded-lg border border-border bg-card bg-[repeating-linear-gradient(transparent_0_39px,var(--color-border)_39px_40px)]"
      />
    </>
  )
}
