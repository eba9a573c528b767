'use client'

import { useCallback, useEffect, useState } from 'react'

export interface Loaded<Data> {
  /** Null until the first answer; kept while it is asked for again. */
  data: Data | null
  /** Why there is none, as a sentence. */
  error: string | null
  reload: () => void
}

const unreachable = 'The server did not answer. Check the connection and try again.'

/**
 * What a route of ours answers as JSON, read when this appears, when the address changes and whenever `version` does. For what is
 * looked at now and then, and need not be in every page.
 */
export function useLoaded<Data>(url: string, version: unknown = null): Loaded<Data> {
  const [answer, setAnswer] = useState<{ url: string; data: Data | null; error: string | null } | null>(null)
  const [asked, setAsked] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` and `asked` say when to read again
  useEffect(() => {
    const leaving = new AbortController()
    readJson<Data>(url, leaving.signal).then(
      (data) => setAnswer({ url, data, error: null }),
      (error: Error) => {
        if (leaving.signal.aborted) return
        setAnswer((before) => ({ url, data: before?.url === url ? before.data : null, error: error.message }))
      },
    )
    return () => leaving.abort()
  }, [url, version, asked])

  const reload = useCallback(() => setAsked((count) => count + 1), [])
  const current = answer?.url === url ? answer : null
  return { data: current?.data ?? null, error: current?.error ?? null, reload }
}

/** What a route of ours answers; throws a sentence to show where it refuses or is out of reach. */
export async function readJson<Data>(url: string, signal?: AbortSignal): Promise<Data> {
  const response = await fetch(url, { signal }).catch(() => null)
  if (!response) throw new Error(unreachable)
  const body = await response.json().catch(() => null)
  if (!response.ok) throw new Error(body?.error?.message ?? unreachable)
  return body as Data
}
