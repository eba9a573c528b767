import { CircleAlert, CircleCheck, CircleHelp, CircleMinus, CircleX, type LucideIcon } from 'lucide-react'
import type { FindingOutcome } from '#lib/domain/finding'
import { cn } from './ui/cn.ts'

const looks: Record<FindingOutcome, { icon: LucideIcon; title: string; className: string }> = {
  pass: { icon: CircleCheck, title: 'Passed', className: 'text-success' },
  fail: { icon: CircleX, title: 'Failed', className: 'text-danger' },
  inconclusive: { icon: CircleHelp, title: 'Cannot tell', className: 'text-warning' },
  not_applicable: { icon: CircleMinus, title: 'Not applicable', className: 'text-muted-foreground' },
  error: { icon: CircleAlert, title: 'Check broke', className: 'text-danger' },
}

/** A finding's outcome as an icon with a name; shapes differ, colour only repeats. */
export function OutcomeIcon({ outcome, className }: { outcome: FindingOutcome; className?: string }) {
  const { icon: Icon, title, className: colour } = looks[outcome]
  return <Icon role="img" aria-label={title} className={cn('size-4 shrink-0', colour, className)} />
}
