import type { FindingOutcome } from '#lib/domain/finding'
import { cn } from './ui/cn.ts'

export interface ScoreMeterProps {
  /** 0–100, 100 is good. */
  score: number
  outcome: FindingOutcome
}

/** A quality score as a short bar with its number. */
export function ScoreMeter({ score, outcome }: ScoreMeterProps) {
  const rounded = Math.round(score)
  const fill = outcome === 'pass' ? 'fill-success' : outcome === 'fail' ? 'fill-danger' : 'fill-muted-foreground'
  return (
    <span className="mt-0.5 inline-flex shrink-0 items-center gap-1.5 text-xs text-muted-foreground tabular-nums">
      <svg aria-hidden viewBox="0 0 100 8" preserveAspectRatio="none" className="h-1 w-10 rounded-full bg-muted">
        <rect width={rounded} height={8} className={cn(fill)} />
      </svg>
      <span>
        <span className="sr-only">Score </span>
        {rounded}
      </span>
    </span>
  )
}
