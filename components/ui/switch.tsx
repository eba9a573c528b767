import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

/** An on/off switch: a checkbox underneath, so it works in any form. Without a visible label give it an aria-label. */
export function Switch({ className, ...rest }: Omit<ComponentProps<'input'>, 'type' | 'role'>) {
  return (
    <input
      type="checkbox"
      // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox reports its own checked state
      role="switch"
      className={cn(
        'relative h-5 w-9 shrink-0 appearance-none rounded-full border border-input bg-muted transition-colors checked:border-primary checked:bg-primary',
        'before:absolute before:top-0.5 before:left-0.5 before:size-3.5 before:rounded-full before:bg-input before:transition-transform checked:before:translate-x-4 checked:before:bg-primary-foreground',
        'after:absolute after:-inset-1 disabled:cursor-not-allowed disabled:opacity-60',
        className,
      )}
      {...rest}
    />
  )
}
