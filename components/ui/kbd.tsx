import { cn } from './cn.ts'

export interface KbdProps {
  children: string
  /** The element it sits in has aria-keyshortcuts, so that its name is not "Approve a". */
  hint?: boolean
  className?: string
}

/** A key as shown on screen: `<Kbd>a</Kbd>`. */
export function Kbd({ children, hint = false, className }: KbdProps) {
  return (
    <kbd
      aria-hidden={hint || undefined}
      className={cn(
        'inline-grid h-5 min-w-5 place-content-center rounded-sm border border-current/30 px-1 font-mono text-[0.6875rem] leading-none',
        className,
      )}
    >
      {children}
    </kbd>
  )
}
