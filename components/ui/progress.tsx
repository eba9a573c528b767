import { cn } from './cn.ts'

export interface ProgressProps {
  /** What is under way, for screen readers. */
  label: string
  /** Done so far; leave out when unknown. */
  value?: number
  /** Default 100. */
  max?: number
  className?: string
}

/** A thin bar. Without `value` it only shows that something goes on. */
export function Progress({ label, value, max = 100, className }: ProgressProps) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      className={cn('h-1.5 overflow-hidden rounded-full bg-muted', className)}
    >
      <svg aria-hidden viewBox={`0 0 ${max} 1`} preserveAspectRatio="none" className="block size-full fill-primary">
        <rect
          width={value ?? max}
          height="1"
          className={value === undefined ? 'animate-pulse' : 'transition-[width] duration-300'}
        />
      </svg>
    </div>
  )
}
