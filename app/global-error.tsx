'use client'

import ErrorPage from './error.tsx'
import './globals.css'

/** The same, for the case that the root layout itself failed. */
export default function GlobalError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong</title>
        <ErrorPage {...props} />
      </body>
    </html>
  )
}
