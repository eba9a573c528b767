'use client'

import { cloneElement, lazy, Suspense, useState } from 'react'
import type { MenuProps } from './menu-parts.tsx'

const load = () => import('./menu-parts.tsx')

const LoadedMenu = lazy(() => load().then((parts) => ({ default: parts.Menu })))

/** A command: `<MenuItem onClick={…}>`. */
export const MenuItem = lazy(() => load().then((parts) => ({ default: parts.MenuItem })))

/** A choice that is on or off; the menu stays open, since several are made at once. */
export const MenuCheckboxItem = lazy(() => load().then((parts) => ({ default: parts.MenuCheckboxItem })))

/** A line between groups. */
export const MenuSeparator = lazy(() => load().then((parts) => ({ default: parts.MenuSeparator })))

/**
 * A menu of commands under a button; arrow keys, type-ahead and Esc work. Placing one takes 40 KB of script, which come when
 * the button is first pointed at, focused or pressed: until then there is only the button.
 */
export function Menu({ trigger, ...menu }: MenuProps) {
  const [wanted, setWanted] = useState(false)
  const button = cloneElement(trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': wanted,
    onPointerEnter: load,
    onFocus: load,
    onClick: () => setWanted(true),
  })
  if (!wanted) return button
  return (
    <Suspense fallback={button}>
      <LoadedMenu trigger={trigger} {...menu} />
    </Suspense>
  )
}
