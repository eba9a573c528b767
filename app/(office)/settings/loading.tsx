import { Skeleton } from '#components/ui/skeleton'

export default function Loading() {
  return (
    <div aria-busy className="grid gap-4">
      <Skeleton className="h-8 w-48" />
      <Skeleton className="h-96" />
    </div>
  )
}
