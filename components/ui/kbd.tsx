import { cn } from './cn.ts'

/** A key as shown on screen: `<Kbd>a</Kbd>`. */
export function Kbd({ children, className }: { children: string; className?: string }) {
  return (
    <kbd
      className={cn(
        'inline-grid h-5 min-w-5 place-content-center rounded-sm border border-current/30 px-1 font-mono text-[0.6875rem] leading-none',
        className,
      )}
    >
      {children}
    </kbd>
  )
}
