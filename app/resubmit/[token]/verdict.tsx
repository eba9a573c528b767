'use client'

import { CircleCheck, Info } from 'lucide-react'
import { useEffect, useRef } from 'react'

export interface VerdictProps {
  title: string
  detail: string
  /** All is done and well. */
  good: boolean
  /** Takes the focus when it comes in place of a form, so that it is read out. */
  focus?: boolean
}

/** A page that says one thing: sent, used up, expired, unknown. */
export function Verdict({ title, detail, good, focus = false }: VerdictProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!focus) return
    heading.current?.focus()
    window.scrollTo({ top: 0 })
  }, [focus])
  const Icon = good ? CircleCheck : Info
  return (
    <div className="grid justify-items-center gap-3 py-16 text-center">
      <Icon aria-hidden className={`size-12 ${good ? 'text-success' : 'text-muted-foreground'}`} />
      <h1 ref={heading} tabIndex={-1} className="text-xl font-semibold outline-none">
        {title}
      </h1>
      <p className="max-w-xs text-muted-foreground">{detail}</p>
    </div>
  )
}
