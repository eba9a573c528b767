import 'server-only'
import { headers } from 'next/headers'
import { customerLanguage, customerPage } from './customer-page.ts'

/**
 * BCP 47 tag of what the page at hand is written in: the customer's own behind their link, English for staff. The root layout
 * sees no address of its own, so proxy.ts hands it over.
 */
export async function pageLanguage(): Promise<string> {
  const address = new URL((await headers()).get('x-address') ?? '/', 'http://here.invalid')
  const token = /^\/resubmit\/([^/]+)$/.exec(address.pathname)?.[1]
  if (token === undefined) return 'en'
  const chosen = address.searchParams.get('lang')
  return customerLanguage(await customerPage(token, chosen), chosen)
}
