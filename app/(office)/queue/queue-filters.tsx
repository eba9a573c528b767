'use client'

import { Search, X } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useOptimistic, useTransition } from 'react'
import { Button, buttonVariants } from '#components/ui/button'
import { Input } from '#components/ui/input'
import { Select, type SelectProps } from '#components/ui/select'
import { Spinner } from '#components/ui/spinner'
import { documentTypes, documentTypeTitle } from '#lib/domain/capture'
import { submissionStatuses, submissionStatusTitle } from '#lib/domain/submission'
import type { QueueFilter } from '#lib/queries/review-queue/queue-filter'
import { type filterNames, isFiltered, queueHref } from './queue-address.ts'

export interface QueueFiltersProps {
  filter: QueueFilter
  /** What each check says when it fails. */
  checkTitles: Record<string, string>
  countries: readonly (readonly [code: string, name: string])[]
}

type Choice = Pick<SelectProps, 'options'> & { name: (typeof filterNames)[number]; label: string }

/** A form that also works without script; with it, a choice takes effect at once. */
export function QueueFilters({ filter, checkTitles, countries }: QueueFiltersProps) {
  const router = useRouter()
  const [pending, start] = useTransition()
  const [shown, show] = useOptimistic(filter)
  const go = (changes: Partial<Record<(typeof filterNames)[number], string>>) =>
    start(() => {
      show({ ...filter, ...changes } as QueueFilter)
      router.push(queueHref(filter, changes) as Route)
    })
  const filtered = isFiltered(filter)
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    go({ q: String(new FormData(event.currentTarget).get('q') ?? '').trim() })
  }
  return (
    <search className="flex flex-wrap items-center gap-2">
      <form action="/queue" onSubmit={search} className="flex min-w-0 flex-wrap items-center gap-2">
        <span className="relative">
          <Search aria-hidden className="absolute top-2 left-2.5 size-4 text-muted-foreground" />
          <Input
            key={filter.q}
            type="search"
            name="q"
            defaultValue={filter.q}
            maxLength={128}
            aria-label="Reference, external id or e-mail"
            placeholder="Reference, id or e-mail"
            className="w-56 pl-8"
          />
        </span>
        {choices(checkTitles, countries).map(({ name, label, options }) => (
          <Select
            key={name}
            name={name}
            aria-label={label}
            options={options}
            value={shown[name] ?? ''}
            onChange={({ target }) => go({ [name]: target.value })}
            className="w-36"
          />
        ))}
        {filter.sort !== 'urgency' && <input type="hidden" name="sort" value={filter.sort} />}
        {filter.dir && <input type="hidden" name="dir" value={filter.dir} />}
        <noscript>
          <Button type="submit">Apply</Button>
        </noscript>
      </form>
      {(filtered || filter.sort !== 'urgency') && (
        <Link href="/queue" className={buttonVariants({ variant: 'ghost', size: 'sm' })}>
          <X aria-hidden /> {filtered ? 'Clear filters' : 'Most urgent first'}
        </Link>
      )}
      {pending && <Spinner />}
    </search>
  )
}

function choices(checkTitles: QueueFiltersProps['checkTitles'], countries: QueueFiltersProps['countries']): Choice[] {
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
    { name: 'flag', label: 'Flag', options: [['', 'Any flag'], ...Object.entries(checkTitles)] },
    {
      name: 'type',
      label: 'Document type',
      options: [['', 'Any document'], ...documentTypes.map((type) => [type, documentTypeTitle[type]] as const)],
    },
    { name: 'country', label: 'Country', options: [['', 'Any country'], ...countries] },
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
