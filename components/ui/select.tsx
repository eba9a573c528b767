import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

export interface SelectProps extends ComponentProps<'select'> {
  /** `[value, label]` pairs, in the order shown. */
  options: readonly (readonly [value: string, label: string])[]
}

/** The browser's own select in our clothes: keyboard, touch and forms work as everyone expects, with no script. */
export function Select({ options, className, ...rest }: SelectProps) {
  return (
    <span className={cn('relative inline-flex', className)}>
      <select className="control h-8 appearance-none truncate pr-8" {...rest}>
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute inset-y-0 my-auto right-2.5 size-4 text-muted-foreground"
      />
    </span>
  )
}
