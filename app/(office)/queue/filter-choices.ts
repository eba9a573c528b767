import { checks } from '#lib/checks/registry'
import { documentTypes, documentTypeTitle } from '#lib/domain/capture'
import { countryName } from '#lib/domain/country'
import { checkGroups, checkGroupTitle } from '#lib/domain/finding'
import { submissionStatuses, submissionStatusTitle } from '#lib/domain/submission'
import type { QueueChoices } from '#lib/queries/queue-choices'
import type { FilterChoice } from './queue-filters.tsx'

/** The filters above the list. Made on the server: it knows the checks, and browsers disagree on the names of countries. */
export function filterChoices({ countries }: QueueChoices): FilterChoice[] {
  return [
    {
      name: 'status',
      label: 'Status',
      options: [
        ['waiting', 'Waiting'],
        ['all', 'Any status'],
        ...submissionStatuses.map((status) => [status, submissionStatusTitle[status]] as const),
      ],
    },
    { name: 'flag', label: 'Flag', options: flagOptions },
    {
      name: 'type',
      label: 'Document type',
      options: [['', 'Any type'], ...documentTypes.map((type) => [type, documentTypeTitle[type]] as const)],
    },
    { name: 'country', label: 'Country', options: [['', 'Any country'], ...byName(countries)] },
    {
      name: 'holder',
      label: 'Holder',
      options: [
        ['', 'Any holder'],
        ['nobody', 'Held by nobody'],
        ['me', 'Held by me'],
        ['others', 'Held by others'],
      ],
    },
  ]
}

/** Those fewer people use. */
export function moreChoices({ clients, devices, reviewers }: QueueChoices): FilterChoice[] {
  return [
    {
      name: 'due',
      label: 'Due',
      options: [
        ['', 'Due any time'],
        ['late', 'Late'],
        ['2h', 'Due in 2 hours'],
        ['8h', 'Due in 8 hours'],
        ['24h', 'Due in 24 hours'],
      ],
    },
    {
      name: 'age',
      label: 'Age',
      options: [
        ['', 'Any age'],
        ['1h', 'Over an hour old'],
        ['8h', 'Over 8 hours old'],
        ['24h', 'Over a day old'],
        ['72h', 'Over 3 days old'],
      ],
    },
    {
      name: 'attempt',
      label: 'Attempt',
      options: [
        ['', 'Any attempt'],
        ['1', 'First attempt'],
        ['2', 'Second attempt'],
        ['3', 'Third or later'],
      ],
    },
    { name: 'client', label: 'Client', options: [['', 'Any client'], ...clients.map(option)] },
    {
      name: 'assigned',
      label: 'Assigned to',
      options: [
        ['', 'Assigned to any'],
        ['me', 'Assigned to me'],
        ['nobody', 'Not assigned'],
        ...reviewers.map(option),
      ],
    },
    {
      name: 'snoozed',
      label: 'Snoozed',
      options: [
        ['', 'Not snoozed'],
        ['with', 'With snoozed ones'],
        ['only', 'Snoozed only'],
      ],
    },
    {
      name: 'escalated',
      label: 'Escalated',
      options: [
        ['', 'Escalated or not'],
        ['only', 'Escalated only'],
        ['without', 'Not escalated'],
      ],
    },
    {
      name: 'device',
      label: 'Device',
      options: [['', 'Any device'], ...devices.map((device) => [device, device] as const)],
    },
  ]
}

const option = ({ id, name }: { id: string; name: string }) => [id, name] as const

function byName(countries: readonly string[]): (readonly [string, string])[] {
  return countries.map((code) => [code, countryName(code)] as const).sort(([, a], [, b]) => a.localeCompare(b, 'en'))
}

/** Each group of checks, standing for any of them, and its checks below it. */
const flagOptions: FilterChoice['options'] = [
  ['', 'Any flag'],
  ...checkGroups.flatMap((group) => [
    [group, `${checkGroupTitle[group]}: any`] as const,
    ...checks.filter((check) => check.group === group).map(({ id, title }) => [id, `– ${title.fail}`] as const),
  ]),
]
