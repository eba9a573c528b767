import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { pageActor } from '#app/_server/session'
import { LanguageSwitch } from '#components/language-switch'
import { Badge } from '#components/ui/badge'
import { Notice } from '#components/ui/notice'
import { PageHeader } from '#components/ui/page-header'
import { languageCodes, languages } from '#lib/domain/language'
import { can } from '#lib/domain/permissions'
import { reasonCodeSchema, reasons } from '#lib/domain/reasons'
import { reasonTemplateHistory } from '#lib/queries/reason-templates'
import { wordingFilterSchema } from '../search-params.ts'
import { WordingEditor } from './wording-editor.tsx'

export const metadata: Metadata = { title: 'Wording' }

/** One reason's wording in one language: the text in force to edit, how it reads in a message, and its versions. */
export default async function WordingPage({ params, searchParams }: PageProps<'/settings/reasons/[code]'>) {
  const actor = await pageActor('wording:read')
  const parsed = reasonCodeSchema.safeParse((await params).code)
  if (!parsed.success) notFound()
  const code = parsed.data
  const { locale } = wordingFilterSchema.parse(await searchParams)
  const history = await reasonTemplateHistory(actor, { code, locale })
  const { title, audience } = reasons[code]
  return (
    <>
      <PageHeader
        title={
          <>
            {title} {audience === 'internal' && <Badge tone="outline">Internal</Badge>}
          </>
        }
        description={
          <Link href={`/settings/reasons?locale=${locale}` as Route} className="underline underline-offset-4">
            All wordings
          </Link>
        }
        actions={
          <LanguageSwitch
            label="Language of the wording"
            current={locale}
            languages={languageCodes.map((other) => ({
              code: other,
              name: languages[other].name,
              href: `/settings/reasons/${code}?locale=${other}`,
            }))}
          />
        }
      />
      {audience === 'internal' && (
        <Notice tone="warning" className="mb-4">
          Customers must not learn from this text what was suspected. Keep it as neutral as the one that ships.
        </Notice>
      )}
      <WordingEditor
        key={`${code} ${locale}`}
        code={code}
        locale={locale}
        history={history}
        shipped={languages[locale].wordings[code]}
        mayEdit={can(actor.role, 'wording:save')}
      />
    </>
  )
}
