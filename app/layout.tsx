import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { pageLanguage } from '#app/_server/page-language'
import { parseTheme, themeCookie } from '#components/theme'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Retake', template: '%s · Retake' },
  description: 'Identity-photo review',
  robots: { index: false, follow: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

/** The theme comes from a cookie, so that the first paint is right without a script; the language from who the page is for. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(themeCookie)?.value)
  return (
    <html lang={await pageLanguage()} data-theme={theme ?? undefined}>
      <body>{children}</body>
    </html>
  )
}
