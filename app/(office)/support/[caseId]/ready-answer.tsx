import { CopyButton } from '#components/copy-button'
import { Badge } from '#components/ui/badge'
import { Card } from '#components/ui/card'

export interface ReadyAnswerProps {
  language: { code: string; name: string }
  answer: string
  /** The same in English; null where it is English. */
  gloss: string | null
}

/** The answer to send, in the customer's language, one press from the clipboard. */
export function ReadyAnswer({ language, answer, gloss }: ReadyAnswerProps) {
  return (
    <Card
      title="Ready answer"
      actions={
        <>
          <Badge tone="outline">{language.name}</Badge>
          <CopyButton text={answer} label="Copy answer" labelled />
        </>
      }
    >
      <p lang={language.code} className="max-w-prose whitespace-pre-line">
        {answer}
      </p>
      {gloss && (
        <details className="mt-3 border-t border-border pt-3">
          <summary className="w-fit text-[0.8125rem] text-muted-foreground">What it says, in English</summary>
          <p className="mt-2 max-w-prose whitespace-pre-line">{gloss}</p>
        </details>
      )}
    </Card>
  )
}
