import { authorise } from '#lib/authorise'
import { db } from '#lib/db/client'
import type { Actor } from '#lib/domain/actor'
import { type LanguageCode, languages, type Wording } from '#lib/domain/language'
import { type ReasonCode, reasonCodes } from '#lib/domain/reasons'
import { wordingsInForce } from '#lib/wordings'

export interface TemplateRow extends Wording {
  code: ReasonCode
  /** 0 while the wording is the one that ships. */
  version: number
}

export interface TemplateVersion extends Wording {
  version: number
  savedBy: string | null
  createdAt: Date
}

/** Every reason's wording in force in a language. */
export async function reasonTemplates(actor: Actor, locale: LanguageCode): Promise<TemplateRow[]> {
  authorise(actor, 'wording:read')
  const saved = await wordingsInForce(db(), locale)
  return reasonCodes.map((code) => ({ code, version: 0, ...languages[locale].wordings[code], ...saved[code] }))
}

/** All versions of one wording, newest first. */
export async function reasonTemplateHistory(
  actor: Actor,
  { code, locale }: { code: ReasonCode; locale: LanguageCode },
): Promise<TemplateVersion[]> {
  authorise(actor, 'wording:read')
  const versions = await db().reasonTemplate.findMany({ where: { code, locale }, orderBy: { version: 'desc' } })
  const users = await db().user.findMany({
    where: { id: { in: versions.flatMap(({ savedById }) => savedById ?? []) } },
    select: { id: true, name: true },
  })
  const nameOf = new Map(users.map(({ id, name }) => [id, name]))
  return versions.map(({ version, title, explanation, advice, savedById, createdAt }) => ({
    version,
    title,
    explanation,
    advice,
    savedBy: nameOf.get(savedById ?? '') ?? null,
    createdAt,
  }))
}
