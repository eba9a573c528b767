import { Skeleton } from '#components/ui/skeleton'

export default function Loading() {
  return (
    <div aria-busy className="grid gap-4">
      <Skeleton className="h-8 w-32" />
      <Skeleton className="h-9 max-w-2xl" />
      <Skeleton className="h-72" />
    </div>
  )
}
