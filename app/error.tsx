'use client'

import { FailurePage } from '#components/failure-page'
import { Button } from '#components/ui/button'

export interface ErrorPageProps {
  error: Error & { digest?: string }
  reset: () => void
  inShell?: boolean
}

/** A bug, or a part of the house that doesn't answer. Details stay in the log; the digest finds them there. */
export default function ErrorPage({ error, reset, inShell }: ErrorPageProps) {
  return (
    <FailurePage
      title="Something went wrong"
      inShell={inShell}
      action={
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
      }
    >
      <p>Nothing you sent has been lost. If it happens again, tell your administrator.</p>
      {error.digest && <p className="mt-2 font-mono text-xs">Reference {error.digest}</p>}
    </FailurePage>
  )
}
