import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

/** A one-line text field. Label it with Field, or aria-label. */
export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={cn('control h-8', className)} {...rest} />
}
