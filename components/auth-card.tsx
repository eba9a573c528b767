import type { ReactNode } from 'react'
import { Brand } from './brand.tsx'

export interface AuthCardProps {
  title: string
  description?: ReactNode
  /** The form. */
  children: ReactNode
  /** Small print under the card. */
  footer?: ReactNode
}

/** A single card in the middle of the window, for signing in. */
export function AuthCard({ title, description, children, footer }: AuthCardProps) {
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <div className="grid w-full max-w-sm gap-6">
        <div className="justify-self-center">
          <Brand />
        </div>
        <div className="rounded-lg border border-border bg-card p-6 shadow-xs">
          <h1 className="text-base font-semibold">{title}</h1>
          {description && <div className="mt-1 text-[0.8125rem] text-muted-foreground">{description}</div>}
          <div className="mt-5">{children}</div>
        </div>
        {footer && <div className="text-center text-xs text-muted-foreground">{footer}</div>}
      </div>
    </main>
  )
}
