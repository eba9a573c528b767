import { cn } from './ui/cn.ts'

/** The mark: a picture's frame with its corners, and a turn around it. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 24 24" className={cn('size-6', className)}>
      <rect width={24} height={24} rx={6} className="fill-primary" />
      <g fill="none" strokeWidth={2} strokeLinecap="round" strokeLinejoin="round" className="stroke-primary-foreground">
        <path d="M6 9V7a1 1 0 0 1 1-1h2M15 6h2a1 1 0 0 1 1 1v2M18 15v2a1 1 0 0 1-1 1h-2M9 18H7a1 1 0 0 1-1-1v-2" />
        <path d="M14.6 10.4A3 3 0 1 0 15 12M15 9v1.8h-1.8" strokeWidth={1.6} />
      </g>
    </svg>
  )
}

/** Mark and name; `compact` leaves the mark alone on narrow screens. */
export function Brand({ compact = false }: { compact?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2 text-[0.9375rem] font-semibold tracking-tight">
      <BrandMark />
      <span className={cn(compact && 'rail:sr-only')}>Retake</span>
    </span>
  )
}
