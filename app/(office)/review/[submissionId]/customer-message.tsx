import { MessagePreview } from '#components/message-preview'
import type { ChosenReason, Outcome } from '#lib/domain/decision'
import { languageFor } from '#lib/domain/language'
import { linkPlaceholder, renderMessage } from '#lib/domain/message'
import type { WorkspaceView } from './workspace-view.ts'

export interface CustomerMessageProps {
  view: WorkspaceView
  outcome: Outcome
  chosen: readonly ChosenReason[]
}

/** Made by the very function that makes the message that is sent; only the customer's link is made later. */
export default function CustomerMessage({ view: { message, reference }, outcome, chosen }: CustomerMessageProps) {
  const language = languageFor(message.locale)
  const { subject, body } = renderMessage({ ...message, outcome, reasons: chosen, reference })
  const shown = body.replaceAll(linkPlaceholder, '[the customer’s own link]')
  return <MessagePreview message={{ subject, body: shown }} language={language.name} languageCode={language.code} />
}
