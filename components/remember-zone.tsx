'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { zoneCookie } from './zone-cookie.tsx'

/** Tells the server the browser's time zone, and renders the page again where it was another. `known` is what the server used. */
export function RememberZone({ known }: { known: string | null }) {
  const router = useRouter()
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (!zone || zone === known) return
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http, where a house may run this
    document.cookie = `${zoneCookie}=${zone}; path=/; samesite=lax; max-age=31536000`
    // A browser that takes no cookies must not be asked again and again.
    if (document.cookie.includes(zone)) router.refresh()
  }, [known, router])
  return null
}
