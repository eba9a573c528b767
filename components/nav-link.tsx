'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { cn } from './ui/cn.ts'

export interface NavLinkProps {
  href: string
  title: string
  /** An icon, 16 px. */
  icon: ReactNode
}

/** A link of the sidebar, marked while its page or one below it is open. On narrow screens only the icon shows. */
export function NavLink({ href, title, icon }: NavLinkProps) {
  const path = usePathname()
  const current = path === href || path.startsWith(`${href}/`)
  return (
    <Link
      href={href as Route}
      title={title}
      aria-current={current ? 'page' : undefined}
      className={cn(
        'flex h-8 items-center pointer-coarse:h-11 gap-2.5 rounded-md px-2 text-[0.8125rem] font-medium text-muted-foreground hover:bg-hover hover:text-foreground rail:justify-center',
        current && 'bg-selected text-foreground hover:bg-selected',
      )}
    >
      {icon}
      <span className="rail:sr-only">{title}</span>
    </Link>
  )
}
