import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from './cn.ts'
import { Spinner } from './spinner.tsx'

/** Class names of a button, for links that look like one: `<Link className={buttonVariants({ variant: 'primary' })}>`. */
export const buttonVariants = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium select-none transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'border-transparent bg-primary text-primary-foreground hover:bg-primary-hover',
        secondary: 'border-border bg-card text-foreground shadow-xs hover:bg-hover',
        ghost: 'border-transparent bg-transparent text-foreground hover:bg-muted aria-pressed:bg-muted',
        danger: 'border-transparent bg-danger-solid text-white hover:brightness-110',
        link: 'border-transparent text-primary underline-offset-4 hover:underline',
      },
      size: {
        sm: 'h-7 pointer-coarse:min-h-11 px-2 text-[0.8125rem] [&_svg]:size-3.5',
        md: 'h-8 pointer-coarse:min-h-11 px-3 text-sm [&_svg]:size-4',
        lg: 'h-11 px-5 text-base [&_svg]:size-5',
        icon: 'size-8 pointer-coarse:size-11 [&_svg]:size-4',
        'icon-sm': 'size-7 pointer-coarse:size-11 [&_svg]:size-3.5',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
)

export interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof buttonVariants> {
  /** Work is under way: shows a spinner and takes no clicks. */
  busy?: boolean
}

/** A button. `type` is "button" unless said, so that none submits a form by accident; icon sizes need an aria-label. */
export function Button({ variant, size, busy = false, className, children, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      disabled={disabled || busy}
      className={cn(buttonVariants({ variant, size }), className)}
      {...rest}
    >
      {busy && <Spinner />}
      {children}
    </button>
  )
}
