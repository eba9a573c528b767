import { Skeleton } from '#components/ui/skeleton'

/** The workspace's shape, while the submission is read. */
export default function ReviewLoading() {
  return (
    <div data-wide aria-busy className="grid h-dvh grid-rows-[3rem_minmax(0,1fr)]">
      <div className="flex items-center gap-3 border-b border-border bg-card px-4">
        <Skeleton className="h-5 w-36" />
        <Skeleton className="h-5 w-28" />
        <span className="sr-only">Loading the submission…</span>
      </div>
      <div className="grid min-h-0 grid-cols-[minmax(0,1fr)_22rem] desk:grid-cols-[minmax(0,1fr)_27rem]">
        <div className="bg-stage" />
        <div className="grid content-start gap-3 border-l border-border bg-card p-4">
          <Skeleton className="h-8" />
          <Skeleton className="h-20" />
          <Skeleton className="h-20" />
        </div>
      </div>
    </div>
  )
}
