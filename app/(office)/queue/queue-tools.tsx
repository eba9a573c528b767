'use client'

import { Columns3, Download } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useOptimistic, useTransition } from 'react'
import { Button, buttonVariants } from '#components/ui/button'
import { Menu, MenuCheckboxItem, MenuSeparator } from '#components/ui/menu'
import { columnNames, lookCookie, optionalColumns, printLook, type QueueLook } from './queue-look.ts'

const yearSeconds = 365 * 86_400

/** How the list looks, and the list as a file. */
export function QueueTools({ look, csvHref }: { look: QueueLook; csvHref: string }) {
  const router = useRouter()
  const [, start] = useTransition()
  const [shown, show] = useOptimistic(look)
  const change = (next: QueueLook) =>
    start(() => {
      show(next)
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
      document.cookie = `${lookCookie}=${printLook(next)};path=/queue;max-age=${yearSeconds};samesite=lax`
      router.refresh()
    })
  const toggle = (name: (typeof columnNames)[number]) => {
    const columns = columnNames.filter((one) => shown.columns.includes(one) !== (one === name))
    change({ ...shown, columns })
  }
  return (
    <span className="flex gap-2">
      <a href={csvHref} download className={buttonVariants({ variant: 'ghost' })}>
        <Download aria-hidden /> Export CSV
      </a>
      <Menu
        align="end"
        trigger={
          <Button variant="ghost">
            <Columns3 aria-hidden /> Columns
          </Button>
        }
      >
        {columnNames.map((name) => (
          <MenuCheckboxItem
            key={name}
            checked={shown.columns.includes(name)}
            onCheckedChange={() => toggle(name)}
            closeOnClick={false}
          >
            {optionalColumns[name]}
          </MenuCheckboxItem>
        ))}
        <MenuSeparator />
        <MenuCheckboxItem
          checked={shown.compact}
          onCheckedChange={(compact) => change({ ...shown, compact })}
          closeOnClick={false}
        >
          Compact rows
        </MenuCheckboxItem>
      </Menu>
    </span>
  )
}
