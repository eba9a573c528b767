import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

/** A text field of several lines that grows with its text. */
export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea className={cn('control field-sizing-content max-h-80 min-h-16 resize-y py-1.5', className)} {...rest} />
  )
}
