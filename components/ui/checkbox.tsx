'use client'

import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  /** Some but not all of what it stands for is checked. */
  indeterminate?: boolean
}

/** A checkbox, 16 px with a 24 px target. Without a visible label give it an aria-label. */
export function Checkbox({ indeterminate = false, className, ...rest }: CheckboxProps) {
  return (
    <input
      type="checkbox"
      ref={(element) => {
        if (element) element.indeterminate = indeterminate
      }}
      className={cn('tick-box', className)}
      {...rest}
    />
  )
}
