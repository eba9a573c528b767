import type { ReactNode } from 'react'
import { BrandMark } from '#components/brand'
import { LanguageSwitch } from '#components/language-switch'
import { type LanguageCode, languageCodes, languages } from '#lib/domain/language'

export interface CustomerFrameProps {
  language: LanguageCode
  /** What to name when asking; null where the link leads to no case. */
  reference: string | null
  children: ReactNode
}

/** What stands around every state of the customer's page: languages above, whom to ask below. Made for a phone. */
export function CustomerFrame({ language, reference, children }: CustomerFrameProps) {
  const texts = languages[language].page
  return (
    <div className="mx-auto grid min-h-dvh w-full max-w-lg grid-rows-[auto_1fr_auto] text-base leading-6">
      <header className="flex items-center justify-between gap-3 px-4 py-3">
        <BrandMark />
        <LanguageSwitch
          label={texts.language}
          current={language}
          languages={languageCodes.map((code) => ({ code, name: languages[code].name, href: `?lang=${code}` }))}
        />
      </header>
      <main className="px-4 pb-6">{children}</main>
      {reference && (
        <footer className="border-t border-border px-4 py-5 text-sm text-muted-foreground">
          <p>{texts.help}</p>
          <p className="mt-1">
            {texts.reference} <b className="text-foreground tabular-nums">{reference}</b>
          </p>
        </footer>
      )}
    </div>
  )
}
