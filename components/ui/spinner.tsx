import { LoaderCircle } from 'lucide-react'
import { cn } from './cn.ts'

/** A turning ring. Decorative: the text beside it, or the busy element's aria-busy, says what goes on. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden className={cn('size-4 animate-spin', className)} />
}
