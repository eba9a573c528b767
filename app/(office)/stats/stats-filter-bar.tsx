import { FilterForm } from '#components/filter-form'
import { documentTypes, documentTypeTitle } from '#lib/domain/capture'
import { countryCodes, countryName } from '#lib/domain/country'
import type { StatsFilter } from '#lib/queries/failure-reasons'

const periods = ['7', '30', '90', '365'].map((days) => [days, `Last ${days} days`] as const)

/** Names are made on the server, since browsers disagree on them. */
const countries = countryCodes
  .map((code) => [code, countryName(code)] as const)
  .sort(([, a], [, b]) => a.localeCompare(b, 'en'))

/** Period, document type and country, all in the address. */
export function StatsFilterBar({ filter: { days, type, country = '' } }: { filter: StatsFilter }) {
  return (
    <FilterForm
      action="/stats"
      clearHref={type || country ? `/stats?days=${days}` : null}
      filters={[
        { kind: 'choice', name: 'days', label: 'Period', value: String(days), options: periods },
        {
          kind: 'choice',
          name: 'type',
          label: 'Document type',
          value: type ?? '',
          options: [['', 'Any document'], ...documentTypes.map((code) => [code, documentTypeTitle[code]] as const)],
        },
        {
          kind: 'choice',
          name: 'country',
          label: 'Country',
          value: country,
          options: [['', 'Any country'], ...countries],
        },
      ]}
    />
  )
}
