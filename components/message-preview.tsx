import { Mail } from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge } from './ui/badge.tsx'
import { cn } from './ui/cn.ts'
import { Skeleton } from './ui/skeleton.tsx'

export interface MessagePreviewProps {
  /** Exactly what will be sent; null while it is being made. */
  message: { subject: string; body: string } | null
  /** The language's own name, like "Latviešu". */
  language: string
  /** BCP 47 tag, so that screen readers pronounce it right. */
  languageCode: string
  to?: string
  /** Takes the place of the language's name, to read it in others. */
  languages?: ReactNode
  /** What is to be known of the language shown. */
  hint?: string | null
  /** In full height instead of scrolling. */
  whole?: boolean
}

/** The customer's message, word for word. */
export function MessagePreview(props: MessagePreviewProps) {
  const { message, language, languageCode, to, languages, hint, whole = false } = props
  return (
    <section aria-label="Message to the customer" className="rounded-md border border-border bg-card">
      <header className="flex items-center gap-2 border-b border-border px-3 py-1.5 text-xs text-muted-foreground">
        <Mail aria-hidden className="size-3.5 shrink-0" />
        <span className="min-w-0 flex-1 truncate">Message to {to ?? 'the customer'}</span>
        {languages ?? <Badge tone="outline">{language}</Badge>}
      </header>
      {hint && <div className="border-b border-border px-3 py-1 text-xs text-muted-foreground">{hint}</div>}
      {message ? (
        <div
          lang={languageCode}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
          tabIndex={0}
          className={cn('overflow-y-auto px-3 py-2 text-[0.8125rem] -outline-offset-2', !whole && 'max-h-44')}
        >
          <p className="font-medium">{message.subject}</p>
          <p className="mt-1.5 whitespace-pre-line break-words">{message.body}</p>
        </div>
      ) : (
        <div className="grid gap-2 p-3">
          <Skeleton className="h-4 w-2/3" />
          <Skeleton className="h-16" />
        </div>
      )}
    </section>
  )
}
