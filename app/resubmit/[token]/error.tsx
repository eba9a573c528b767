'use client'

import { Button } from '#components/ui/button'
import { languageFor } from '#lib/domain/language'

/** A bug on the customer's page, told in the language the page was in. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  const { page } = languageFor(document.documentElement.lang)
  return (
    <main className="mx-auto grid max-w-lg justify-items-center gap-4 px-4 py-16 text-center text-base">
      <h1 className="text-xl font-semibold">{page.trouble}</h1>
      <Button variant="primary" size="lg" onClick={reset}>
        {page.tryAgain}
      </Button>
    </main>
  )
}
