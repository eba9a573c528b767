import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  icon?: LucideIcon
  /** What is empty, as a sentence. */
  title: string
  /** Why, or what to do. */
  children?: ReactNode
  action?: ReactNode
}

/** Says that there is nothing here, and what to do about it. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="grid place-items-center gap-2 px-6 py-14 text-center">
      {Icon && (
        <span className="grid size-10 place-content-center rounded-full bg-muted text-muted-foreground">
          <Icon aria-hidden className="size-5" />
        </span>
      )}
      <p className="font-medium">{title}</p>
      {children && <div className="max-w-md text-[0.8125rem] text-muted-foreground">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  )
}
