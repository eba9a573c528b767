import { cn } from './cn.ts'

/** A grey stand-in of the size given by className, while something loads. Hidden from screen readers. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('animate-pulse rounded-md bg-muted', className)} />
}
