import { Skeleton } from '#components/ui/skeleton'

export default function Loading() {
  return (
    <div aria-busy className="grid gap-4">
      <Skeleton className="h-10 w-64" />
      <div className="grid max-w-3xl gap-4 desk:grid-cols-2">
        <Skeleton className="h-52" />
        <Skeleton className="h-52" />
      </div>
    </div>
  )
}
