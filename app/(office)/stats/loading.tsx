import { Skeleton } from '#components/ui/skeleton'

export default function Loading() {
  return (
    <div aria-busy className="grid gap-4">
      <Skeleton className="h-8 w-32" />
      <Skeleton className="h-24" />
      <Skeleton className="h-72" />
      <div className="grid gap-4 lg:grid-cols-2">
        <Skeleton className="h-72" />
        <Skeleton className="h-72" />
      </div>
    </div>
  )
}
