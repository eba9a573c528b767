import { Lightbulb } from 'lucide-react'
import type { Language, Wording } from '#lib/domain/language'

/** What was wrong and what to do about it, the most useful first. */
export function WhatToDo({ wordings, texts }: { wordings: readonly Wording[]; texts: Language['page'] }) {
  return (
    <ul className="grid gap-3">
      {wordings.map(({ title, explanation, advice }) => (
        <li key={title} className="grid gap-2 rounded-lg border border-border bg-card p-4">
          <p className="sr-only">{texts.problem}</p>
          <p className="text-lg leading-6 font-semibold">{title}</p>
          <p className="text-muted-foreground">{explanation}</p>
          <div className="flex gap-2.5 rounded-md bg-info-soft px-3 py-2.5">
            <Lightbulb aria-hidden className="mt-0.5 size-5 shrink-0 text-info" />
            <div>
              <p className="text-sm font-semibold text-info">{texts.todo}</p>
              <p>{advice}</p>
            </div>
          </div>
        </li>
      ))}
    </ul>
  )
}
