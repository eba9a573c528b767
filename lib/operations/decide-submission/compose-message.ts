import type { Submission } from '#lib/db/generated/client'
import type { Tx } from '#lib/db/transaction'
import type { Judgement } from '#lib/domain/decision'
import { languageFor } from '#lib/domain/language'
import { renderMessage } from '#lib/domain/message'
import { toldBefore } from '#lib/told-before'
import { wordingsInForce } from '#lib/wordings'

/** The customer's message as it would be sent now, with what the database keeps of it. */
export async function composeMessage(tx: Tx, { id, caseId }: Submission, { outcome, reasons }: Judgement) {
  const { email, locale, reference } = await tx.case.findUniqueOrThrow({ where: { id: caseId } })
  const language = languageFor(locale).code
  const wordings = await wordingsInForce(
    tx,
    language,
    reasons.map(({ code }) => code),
  )
  return {
    locale: language,
    recipient: email,
    ...renderMessage({ locale, outcome, reasons, wordings, reference, corrects: await toldBefore(tx, id) }),
    templates: Object.fromEntries(Object.entries(wordings).map(([code, { version }]) => [code, version])),
  }
}
