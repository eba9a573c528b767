import { z } from 'zod'
import { authorise } from '#lib/authorise'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { languageCodes } from '#lib/domain/language'
import { reasonCodeSchema } from '#lib/domain/reasons'
import { type Refused, refused } from '#lib/errors'
import { recordAuditEvent } from './record-audit-event.ts'

const wordingText = (max: number) => z.string().trim().min(1, { error: 'Must not be empty' }).max(max)

export const saveReasonTemplateInput = z.object({
  code: reasonCodeSchema,
  locale: z.enum(languageCodes),
  /** The version the editor started from; 0 where none was saved. */
  basedOn: z.coerce.number().int().min(0),
  title: wordingText(120),
  explanation: wordingText(600),
  advice: wordingText(1000),
})

/** Saves a wording as the next version. Refused where somebody saved another one meanwhile: neither is lost. */
export async function saveReasonTemplate(
  actor: Actor,
  { basedOn, code, locale, ...texts }: z.infer<typeof saveReasonTemplateInput>,
): Promise<{ ok: true; version: number } | Refused<'overtaken'>> {
  const user = authorise(actor, 'wording:save')
  return withTransaction(async (tx) => {
    const newest = await tx.reasonTemplate.findFirst({ where: { code, locale }, orderBy: { version: 'desc' } })
    const inForce = newest?.version ?? 0
    const version = basedOn + 1
    // Of two who save at once the table takes one.
    const { count } = await tx.reasonTemplate.createMany({
      data: inForce === basedOn ? [{ code, locale, version, ...texts, savedById: user.id }] : [],
      skipDuplicates: true,
    })
    if (count === 0) {
      return refused('overtaken', 'Another version was saved meanwhile. Reload to see it; copy your text first.')
    }
    await recordAuditEvent(tx, actor, { type: 'wording.saved', data: { code, locale, version } })
    return { ok: true, version }
  })
}
