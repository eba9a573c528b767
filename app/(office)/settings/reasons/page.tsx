import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { pageActor } from '#app/_server/session'
import { LanguageSwitch } from '#components/language-switch'
import { Badge } from '#components/ui/badge'
import { Card } from '#components/ui/card'
import { PageHeader } from '#components/ui/page-header'
import { Table, Td, Th } from '#components/ui/table'
import { type LanguageCode, languageCodes, languages } from '#lib/domain/language'
import { reasonGroups, reasonGroupTitle, reasons } from '#lib/domain/reasons'
import { reasonTemplates, type TemplateRow } from '#lib/queries/reason-templates'
import { wordingFilterSchema } from './search-params.ts'

export const metadata: Metadata = { title: 'Wordings' }

/** Every reason as the customer reads it, in one language. */
export default async function WordingsPage({ searchParams }: PageProps<'/settings/reasons'>) {
  const actor = await pageActor('wording:read')
  const { locale } = wordingFilterSchema.parse(await searchParams)
  const rows = await reasonTemplates(actor, locale)
  return (
    <>
      <PageHeader
        title="Wordings"
        description="What customers read for each reason. Saving makes a new version; earlier messages keep theirs."
        actions={
          <LanguageSwitch
            label="Language of the wordings"
            current={locale}
            languages={languageCodes.map((code) => ({
              code,
              name: languages[code].name,
              href: `/settings/reasons?locale=${code}`,
            }))}
          />
        }
      />
      <div className="grid gap-4">
        {reasonGroups.map((group) => (
          <Card key={group} title={reasonGroupTitle[group]} flush>
            <WordingTable
              label={reasonGroupTitle[group]}
              locale={locale}
              rows={rows.filter(({ code }) => reasons[code].group === group)}
            />
          </Card>
        ))}
      </div>
    </>
  )
}

function WordingTable({ label, locale, rows }: { label: string; locale: LanguageCode; rows: TemplateRow[] }) {
  return (
    <Table label={label} className="table-fixed">
      <thead>
        <tr>
          <Th className="w-64">Reason</Th>
          <Th>Title the customer reads</Th>
          <Th className="w-2/5 max-desk:hidden">Advice</Th>
          <Th className="w-28">Version</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, version, title, advice }) => (
          <tr key={code} className="hover:bg-hover">
            <Th scope="row" className="truncate text-[0.8125rem]">
              <Link
                href={`/settings/reasons/${code}?locale=${locale}` as Route}
                className="text-primary underline-offset-4 hover:underline"
              >
                {reasons[code].title}
              </Link>{' '}
              {reasons[code].audience === 'internal' && <Badge tone="outline">Internal</Badge>}
            </Th>
            <Td lang={locale}>{title}</Td>
            <Td lang={locale} className="truncate text-muted-foreground max-desk:hidden">
              {advice}
            </Td>
            <Td>{version === 0 ? <span className="text-muted-foreground">As shipped</span> : `Version ${version}`}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
