import { Badge } from '#components/ui/badge'
import { Card } from '#components/ui/card'
import { captureKindTitle } from '#lib/domain/capture'
import type { SupportReason } from '#lib/queries/support-case'

export interface ReasonsToldProps {
  language: { code: string; name: string }
  /** As the customer reads them. */
  reasons: SupportReason[]
  /** The same in English, in the same order; null where they are English. */
  gloss: SupportReason[] | null
}

/** Why, in the customer's own words and in English. */
export function ReasonsTold({ language, reasons, gloss }: ReasonsToldProps) {
  return (
    <Card title="Why" actions={<Badge tone="outline">{language.name}</Badge>}>
      <ul className="grid gap-3">
        {reasons.map(({ code, capture, title, explanation, advice }) => {
          const english = gloss?.find((other) => other.code === code && other.capture === capture)
          return (
            <li key={`${capture} ${code}`} className="grid gap-0.5 border-l-2 border-border pl-3">
              <p className="text-xs text-muted-foreground">{capture ? captureKindTitle[capture] : 'Everything sent'}</p>
              <div lang={language.code}>
                <p className="font-medium">{title}</p>
                <p>{explanation}</p>
                <p>{advice}</p>
              </div>
              {english && (
                <p className="text-[0.8125rem] text-muted-foreground">
                  {english.title}. {english.explanation} {english.advice}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
