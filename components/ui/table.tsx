import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

/** A dense table that scrolls sideways inside its own, keyboard-reachable box. `label` names the box and the table. */
export function Table({ label, className, ...rest }: ComponentProps<'table'> & { label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (axe scrollable-region-focusable)
    <section aria-label={label} tabIndex={0} className="w-full overflow-x-auto -outline-offset-2">
      <table aria-label={label} className={cn('w-full border-collapse text-[0.8125rem]', className)} {...rest} />
    </section>
  )
}

/** A heading cell of a column; pass scope="row" for one of a row. */
export function Th({ className, ...rest }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      className={cn(
        'h-9 whitespace-nowrap border-b border-border px-3 text-left text-xs font-medium text-muted-foreground',
        className,
      )}
      {...rest}
    />
  )
}

/** A data cell. Numbers: add `text-right tabular-nums`. */
export function Td({ className, ...rest }: ComponentProps<'td'>) {
  return <td className={cn('h-9 border-b border-border px-3 py-1.5 align-middle', className)} {...rest} />
}
