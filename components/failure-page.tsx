import type { ReactNode } from 'react'
import { Brand } from './brand.tsx'

export interface FailurePageProps {
  title: string
  /** What to do now. */
  children: ReactNode
  /** A button or a link. */
  action?: ReactNode
  /** True inside the shell, which has the brand and the page's main landmark already. */
  inShell?: boolean
}

/** What is shown in place of a page that can't be. */
export function FailurePage({ title, children, action, inShell = false }: FailurePageProps) {
  const Frame = inShell ? 'div' : 'main'
  return (
    <Frame className="grid min-h-[80dvh] place-items-center px-4">
      <div className="grid max-w-md justify-items-center gap-3 text-center">
        {!inShell && <Brand />}
        <h1 className="mt-2 text-lg font-semibold">{title}</h1>
        <div className="text-muted-foreground">{children}</div>
        {action}
      </div>
    </Frame>
  )
}
