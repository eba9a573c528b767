'use client'

import { DateTime } from '#components/date-time'
import { Badge } from '#components/ui/badge'
import { Button } from '#components/ui/button'
import type { LanguageCode, Wording } from '#lib/domain/language'
import type { TemplateVersion } from '#lib/queries/reason-templates'

export interface WordingVersionsProps {
  history: readonly TemplateVersion[]
  shipped: Wording
  locale: LanguageCode
  /** Puts a version's text into the editor; left out for readers. */
  use?: (wording: Wording) => void
}

/** Every text this wording had, newest first, down to the one that ships. */
export function WordingVersions({ history, shipped, locale, use }: WordingVersionsProps) {
  const inForce = history[0]?.version ?? 0
  const versions = [...history, { version: 0, savedBy: null, createdAt: null, ...shipped }]
  return (
    <ol aria-label="Versions" className="divide-y divide-border text-[0.8125rem]">
      {versions.map(({ version, savedBy, createdAt, title, explanation, advice }) => (
        <li key={version} className="grid gap-1 px-4 py-2.5">
          <p className="flex min-h-7 flex-wrap items-center gap-2">
            <span className="font-medium">{version === 0 ? 'As shipped' : `Version ${version}`}</span>
            {version === inForce && <Badge tone="success">In force</Badge>}
            <span className="text-muted-foreground">
              {savedBy && `by ${savedBy} `}
              {createdAt && <DateTime value={createdAt} />}
            </span>
            {use && (
              <Button size="sm" className="ml-auto" onClick={() => use({ title, explanation, advice })}>
                Use this text<span className="sr-only"> of version {version}</span>
              </Button>
            )}
          </p>
          <details lang={locale}>
            <summary lang="en" className="w-fit text-muted-foreground">
              Text
            </summary>
            <p className="mt-1 font-medium">{title}</p>
            <p>{explanation}</p>
            <p>{advice}</p>
          </details>
        </li>
      ))}
    </ol>
  )
}
