'use client'

import { ListChecks } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { orRefusal } from '#components/or-refusal'
import type { TakeNextProps } from '#components/take-next'
import { Button, buttonVariants } from '#components/ui/button'
import { EmptyState } from '#components/ui/empty-state'
import { Spinner } from '#components/ui/spinner'

/** Takes the next submission as soon as the page is open, and goes there; else says why there is none. */
export function TakeOnArrival({ takeNext }: { takeNext: TakeNextProps['action'] }) {
  const router = useRouter()
  const [refusal, setRefusal] = useState<string | null>(null)
  const asked = useRef(false)
  const take = async () => {
    setRefusal(null)
    const taken = await orRefusal(takeNext({}))
    if (taken.ok) router.replace(`/review/${taken.submissionId}` as Route)
    else setRefusal(taken.message)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, on arrival
  useEffect(() => {
    if (!asked.current) void take()
    asked.current = true
  }, [])

  if (refusal === null) {
    return (
      <p role="status" className="flex items-center justify-center gap-2 py-14 text-muted-foreground">
        <Spinner /> Taking the next submission…
      </p>
    )
  }
  return (
    <EmptyState
      icon={ListChecks}
      title={refusal}
      action={
        <span className="flex gap-2">
          <Button variant="primary" onClick={take}>
            Look again
          </Button>
          <Link href={'/queue' as Route} className={buttonVariants()}>
            Open the queue
          </Link>
        </span>
      }
    />
  )
}
