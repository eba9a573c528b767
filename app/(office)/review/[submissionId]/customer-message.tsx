import { useState } from 'react'
import { MessagePreview } from '#components/message-preview'
import { Button } from '#components/ui/button'
import type { ChosenReason, Outcome } from '#lib/domain/decision'
import { type LanguageCode, languageCodes, languageFor, languages } from '#lib/domain/language'
import { linkPlaceholder, type RenderedMessage, renderMessage } from '#lib/domain/message'
import type { DecisionDesk } from '#lib/queries/decision-desk'
import type { WorkspaceView } from './workspace-view.ts'

export interface CustomerMessageProps {
  view: Pick<WorkspaceView, 'message' | 'reference'>
  desk: Pick<DecisionDesk, 'wordings' | 'corrects'>
  outcome: Outcome
  chosen: readonly ChosenReason[]
}

/**
 * The message in the customer's language, or in another to read it by. Made by the very function that makes the message that is
 * sent; only the customer's link is made later.
 */
export default function CustomerMessage(props: CustomerMessageProps) {
  const theirs = languageFor(props.view.message.locale).code as LanguageCode
  const [code, show] = useState(theirs)
  const { name } = languages[code]
  const { subject, body } = messageIn(code, props)
  const shown = body.replaceAll(linkPlaceholder, '[the customer’s own link]')
  return (
    <MessagePreview
      message={{ subject, body: shown }}
      language={name}
      languageCode={code}
      languages={<LanguageButtons {...{ code, theirs, show }} />}
      hint={code === theirs ? null : `To read only. The customer gets ${languages[theirs].name}.`}
    />
  )
}

/** Exactly what would be sent to the customer now. */
export function previewedMessage(props: CustomerMessageProps): RenderedMessage {
  return messageIn(languageFor(props.view.message.locale).code as LanguageCode, props)
}

function messageIn(code: LanguageCode, { view, desk, outcome, chosen }: CustomerMessageProps): RenderedMessage {
  const { reference } = view
  const { corrects, wordings } = desk
  return renderMessage({ locale: code, outcome, reasons: chosen, wordings: wordings[code], reference, corrects })
}

interface LanguageButtonsProps {
  code: LanguageCode
  theirs: LanguageCode
  show: (code: LanguageCode) => void
}

/** The customer's own language first. */
function LanguageButtons({ code, theirs, show }: LanguageButtonsProps) {
  return (
    <fieldset className="flex gap-1">
      <legend className="sr-only">Language of the preview</legend>
      {[theirs, ...languageCodes.filter((other) => other !== theirs)].map((one) => (
        <Button
          key={one}
          size="sm"
          variant="ghost"
          lang={one}
          aria-pressed={one === code}
          className="h-6 px-1.5 text-xs"
          onClick={() => show(one)}
        >
          {languages[one].name}
        </Button>
      ))}
    </fieldset>
  )
}
