'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import { fetchAhead, openDesk } from '#components/next-case'

export interface NextAheadProps {
  submissionId: string
  /** A decision is being prepared: time to look whether a colleague has taken the guess in the meantime. */
  preparing: boolean
}

/** Once this case stands: the picture in front of the reviewer comes first. */
const afterMs = 400

/**
 * Fetches the case that likely comes next, its page and its sealed pictures, without claiming it. The link is for nobody to
 * follow: being in the page is what makes Next fetch the whole page behind it.
 */
export function NextAhead({ submissionId, preparing }: NextAheadProps) {
  const [nextId, setNextId] = useState<string | null>(null)
  useEffect(openDesk, [])
  useEffect(() => {
    const timer = setTimeout(() => void fetchAhead(submissionId).then(setNextId), preparing ? 0 : afterMs)
    return () => clearTimeout(timer)
  }, [submissionId, preparing])
  if (nextId === null) return null
  return (
    <Link href={`/review/${nextId}` as Route} prefetch aria-hidden tabIndex={-1} className="fixed top-0 left-0 size-px">
      {' '}
    </Link>
  )
}
