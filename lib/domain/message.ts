import { z } from 'zod'
import { type ChosenReason, type Outcome, reasonsByCapture } from './decision.ts'
import { type Language, languageFor, type Wording } from './language.ts'
import type { ReasonCode } from './reasons.ts'

/** Stands in a stored or previewed message where the customer's link goes; it is put in when the message is sent. */
export const linkPlaceholder = '{{link}}'

/** Bounded well above what thirty reasons at their longest come to (30 × 1720 characters, see save-reason-template). */
export const renderedMessageSchema = z.object({ subject: z.string().max(500), body: z.string().max(100_000) })
export type RenderedMessage = z.infer<typeof renderedMessageSchema>

/** What a message is made of; `wordings` are the ones in force, missing codes fall back to those that ship. */
export interface MessageFacts {
  locale: string
  outcome: Outcome
  reasons: readonly ChosenReason[]
  wordings: Partial<Record<ReasonCode, Wording>>
  reference: string
  /** The customer was told something else before: the message says that this one counts. */
  corrects?: boolean
}

/**
 * The customer's message, plain text. Reasons are grouped by capture, the most actionable first; wordings that read the
 * same are told once, which also keeps internal reasons apart from nothing but their neutral text.
 */
export function renderMessage({
  locale,
  outcome,
  reasons,
  wordings,
  reference,
  corrects,
}: MessageFacts): RenderedMessage {
  const language = languageFor(locale)
  const texts = language.message[outcome]
  const paragraphs = [
    language.message.greeting,
    ...(corrects ? [language.message.correction] : []),
    texts.intro,
    ...reasonParagraphs(language, reasons, wordings),
  ]
  if (outcome === 'resubmission_requested') {
    paragraphs.push(`${language.message.resubmission_requested.link}\n${linkPlaceholder}`)
  }
  paragraphs.push(language.message.closing)
  return {
    subject: texts.subject.replaceAll('{{reference}}', reference),
    body: paragraphs.join('\n\n').replaceAll('{{reference}}', reference),
  }
}

/** True where both read the same to the byte. */
export function sameMessage(a: RenderedMessage, b: RenderedMessage): boolean {
  return a.subject === b.subject && a.body === b.body
}

/** The wording in force for a code, else the one that ships. */
export function wordingFor(
  language: Language,
  wordings: Partial<Record<ReasonCode, Wording>>,
  code: ReasonCode,
): Wording {
  return wordings[code] ?? language.wordings[code]
}

function reasonParagraphs(
  language: Language,
  reasons: readonly ChosenReason[],
  wordings: Partial<Record<ReasonCode, Wording>>,
): string[] {
  return reasonsByCapture(reasons).map(({ capture, codes }) => {
    const told = new Set(
      codes.map((code) => {
        const { title, explanation, advice } = wordingFor(language, wordings, code)
        return `• ${title}. ${explanation}\n  ${language.message.adviceLead} ${advice}`
      }),
    )
    return [...(capture ? [`${language.captureKinds[capture]}:`] : []), ...told].join('\n')
  })
}
