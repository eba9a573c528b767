import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn.ts'

export interface CardProps extends Omit<ComponentProps<'section'>, 'title'> {
  title?: ReactNode
  description?: ReactNode
  /** Buttons at the right of the title. */
  actions?: ReactNode
  /** No padding around the content, for tables and pictures that reach the edge. */
  flush?: boolean
}

/** A surface with an optional heading (level 2). */
export function Card({ title, description, actions, flush = false, className, children, ...rest }: CardProps) {
  return (
    <section className={cn('min-w-0 rounded-lg border border-border bg-card', className)} {...rest}>
      {(title || actions) && (
        <header className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-border px-4 py-2">
          <div className="min-w-0">
            <h2 className="text-sm font-semibold">{title}</h2>
            {description && <p className="text-xs text-muted-foreground">{description}</p>}
          </div>
          {actions && <div className="flex items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={flush ? 'overflow-hidden rounded-b-lg' : 'p-4'}>{children}</div>
    </section>
  )
}
