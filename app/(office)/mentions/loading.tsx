import { Skeleton } from '#components/ui/skeleton'

export default function Loading() {
  return (
    <div aria-busy className="grid gap-4">
      <Skeleton className="h-8 w-32" />
      <Skeleton className="h-8 w-2/3" />
      <Skeleton className="h-128" />
    </div>
  )
}
