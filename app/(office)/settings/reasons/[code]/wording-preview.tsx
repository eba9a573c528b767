'use client'

import { MessagePreview } from '#components/message-preview'
import { type LanguageCode, languages, type Wording } from '#lib/domain/language'
import { linkPlaceholder, renderMessage } from '#lib/domain/message'
import { type ReasonCode, reasons } from '#lib/domain/reasons'

export interface WordingPreviewProps {
  code: ReasonCode
  locale: LanguageCode
  wording: Wording
}

/** How a wording reads in a customer's message, made by the very function that makes the message. */
export function WordingPreview({ code, locale, wording }: WordingPreviewProps) {
  const { body, subject } = renderMessage({
    locale,
    outcome: reasons[code].finality === 'final' ? 'rejected' : 'resubmission_requested',
    reasons: [{ code, capture: null }],
    wordings: { [code]: wording },
    reference: 'RT-0000-0000',
  })
  return (
    <MessagePreview
      whole
      language={languages[locale].name}
      languageCode={locale}
      to="a customer, with this reason alone"
      message={{ subject, body: body.replaceAll(linkPlaceholder, 'https://…') }}
    />
  )
}
