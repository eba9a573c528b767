'use client'

import { Menu as Base } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import type { ComponentProps, ReactElement, ReactNode } from 'react'
import { cn } from './cn.ts'

const itemClass =
  'flex min-h-8 cursor-default pointer-coarse:min-h-11 items-center gap-2 rounded-sm px-2 text-[0.8125rem] outline-none select-none data-disabled:opacity-55 data-highlighted:bg-muted [&_svg]:size-4 [&_svg]:text-muted-foreground'

export interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement<ComponentProps<'button'>>
  /** Where it hangs from the button. */
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'bottom' | 'right' | 'left'
  className?: string
  children: ReactNode
}

/** The menu itself, open from the start: it is loaded when it is first wanted. Use Menu of ./menu.tsx. */
export function Menu({ trigger, align = 'start', side = 'bottom', className, children }: MenuProps) {
  return (
    <Base.Root defaultOpen>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={4} className="z-50 outline-none">
          <Base.Popup
            className={cn(
              'min-w-44 rounded-md border border-border bg-popover p-1 shadow-raised outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0',
              className,
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/** A command: `<MenuItem onClick={…}>`. */
export function MenuItem({ className, ...rest }: ComponentProps<typeof Base.Item>) {
  return <Base.Item className={cn(itemClass, className as string)} {...rest} />
}

/** A choice that is on or off; the menu stays open, since several are made at once. */
export function MenuCheckboxItem({ className, children, ...rest }: ComponentProps<typeof Base.CheckboxItem>) {
  return (
    <Base.CheckboxItem className={cn(itemClass, className as string)} {...rest}>
      <span className="grid size-4 place-content-center">
        <Base.CheckboxItemIndicator>
          <Check aria-hidden />
        </Base.CheckboxItemIndicator>
      </span>
      {children}
    </Base.CheckboxItem>
  )
}

/** A line between groups. */
export function MenuSeparator() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-border" />
}
