import { PageHeader } from '#components/ui/page-header'
import { Skeleton } from '#components/ui/skeleton'

const rows = Array.from({ length: 12 }, (_, index) => index)

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
      <div aria-hidden className="divide-y divide-border rounded-lg border border-border bg-card">
        {rows.map((row) => (
          <div key={row} className="flex h-10 items-center gap-6 px-3">
            <Skeleton className="h-4 w-28" />
            <Skeleton className="h-7 w-24" />
            <Skeleton className="h-4 flex-1" />
            <Skeleton className="h-5 w-28" />
          </div>
        ))}
      </div>
    </>
  )
}
