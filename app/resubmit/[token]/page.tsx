import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { customerLanguage, customerPage } from '#app/_server/customer-page'
import { browserOf } from '#lib/domain/browser'
import { type Language, languages } from '#lib/domain/language'
import { refusalCodes } from '#lib/domain/refusal'
import { CustomerFrame } from './customer-frame.tsx'
import { ResubmitForm } from './resubmit-form.tsx'
import { Verdict } from './verdict.tsx'

/** The link and the language chosen on the page, both as they stand in the address. */
async function addressOf({ params, searchParams }: PageProps<'/resubmit/[token]'>) {
  const { lang } = await searchParams
  return { token: (await params).token, chosen: typeof lang === 'string' ? lang : null }
}

export async function generateMetadata(props: PageProps<'/resubmit/[token]'>): Promise<Metadata> {
  const { token, chosen } = await addressOf(props)
  const language = await customerLanguage(await customerPage(token, chosen), chosen)
  return { title: { absolute: languages[language].page.title }, robots: { index: false, follow: false } }
}

/** The customer's door, no account: what was wrong, on their own picture, what to do, and the way to send it. */
export default async function ResubmitPage(props: PageProps<'/resubmit/[token]'>) {
  const { token, chosen } = await addressOf(props)
  const page = await customerPage(token, chosen)
  const code = await customerLanguage(page, chosen)
  const language: Language = languages[code]
  const texts = language.page
  if (page.state !== 'open') {
    const [title, detail] = {
      unknown: [texts.unknown, texts.unknownDetail],
      expired: [texts.expired, texts.expiredDetail],
      used: [texts.alreadySent, texts.alreadySentDetail],
    }[page.state] as [string, string]
    return (
      <CustomerFrame language={code} reference={page.state === 'unknown' ? null : page.reference}>
        <Verdict title={title} detail={detail} good={page.state === 'used'} />
      </CustomerFrame>
    )
  }
  const { asked, general, kept, reference, accept, maxSizeBytes, look, camera } = page
  const browser = browserOf((await headers()).get('user-agent') ?? '')
  return (
    <CustomerFrame language={code} reference={reference}>
      <ResubmitForm
        token={token}
        language={code}
        texts={texts}
        titles={language.captureKinds}
        refusals={Object.fromEntries(refusalCodes.map((refusal) => [refusal, language.wordings[refusal]]))}
        asked={asked}
        general={general}
        kept={kept}
        acceptance={{ types: accept, maxSizeBytes }}
        look={look}
        camera={{ ...camera, allow: browser && language.allowCamera[browser] }}
      />
    </CustomerFrame>
  )
}
