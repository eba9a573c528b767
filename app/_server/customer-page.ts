import 'server-only'
import { headers } from 'next/headers'
import { cache } from 'react'
import { type LanguageCode, languageCodes, languageFor } from '#lib/domain/language'
import { type ResubmissionPage, resubmissionPage } from '#lib/queries/resubmission-page'

/** What a customer's link shows, in the language they chose or else their case's. Once a request, for page and layout. */
export const customerPage = cache(async (token: string, chosen: string | null): Promise<ResubmissionPage> => {
  return resubmissionPage(
    token,
    languageCodes.find((code) => code === chosen),
  )
})

/** The language the page is written in. A link we don't know has no case behind it: then the browser's language counts. */
export async function customerLanguage(page: ResubmissionPage, chosen: string | null): Promise<LanguageCode> {
  if (page.state !== 'unknown') return page.locale
  const asked = chosen ?? (await headers()).get('accept-language') ?? ''
  return languageFor(asked.split(',')[0] ?? '').code as LanguageCode
}
