import { Skeleton } from '#components/ui/skeleton'

export default function Loading() {
  return (
    <div aria-busy className="mx-auto grid max-w-lg gap-4 px-4 py-16">
      <Skeleton className="h-8 w-2/3" />
      <Skeleton className="h-72" />
      <Skeleton className="h-24" />
    </div>
  )
}
