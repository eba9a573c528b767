'use client'

import { Search, SlidersHorizontal, X } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useOptimistic, useTransition } from 'react'
import { Button, buttonVariants } from '#components/ui/button'
import { Input } from '#components/ui/input'
import { Select } from '#components/ui/select'
import { Spinner } from '#components/ui/spinner'
import type { QueueFilter } from '#lib/queries/review-queue/queue-filter'
import { type FilterName, isFiltered, queueHref } from './queue-address.ts'

/** A filter to choose from a list. */
export interface FilterChoice {
  name: FilterName
  label: string
  options: readonly (readonly [value: string, label: string])[]
}

export interface QueueFiltersProps {
  filter: QueueFilter
  choices: readonly FilterChoice[]
  /** Those shown once asked for. */
  moreChoices: readonly FilterChoice[]
}

/** A form that also works without script; with it, a choice takes effect at once. */
export function QueueFilters({ filter, choices, moreChoices }: QueueFiltersProps) {
  const router = useRouter()
  const [pending, start] = useTransition()
  const [shown, show] = useOptimistic(filter)
  const go = (changes: Partial<Record<FilterName, string>>) =>
    start(() => {
      show({ ...filter, ...changes } as QueueFilter)
      router.push(queueHref(filter, changes) as Route)
    })
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    go({ q: String(new FormData(event.currentTarget).get('q') ?? '').trim() })
  }
  const select = ({ name, label, options }: FilterChoice) => (
    <Select
      key={name}
      name={name}
      aria-label={label}
      options={options}
      value={shown[name] ?? ''}
      onChange={({ target }) => go({ [name]: target.value })}
      className="w-33"
    />
  )
  const filtered = isFiltered(filter)
  const used = moreChoices.filter(({ name }) => filter[name]).length
  return (
    <search className="flex flex-wrap items-start gap-2">
      <form action="/queue" onSubmit={search} className="flex min-w-0 flex-wrap items-start gap-2">
        <span className="relative">
          <Search aria-hidden className="absolute inset-y-0 my-auto left-2.5 size-4 text-muted-foreground" />
          <Input
            key={filter.q}
            type="search"
            name="q"
            defaultValue={filter.q}
            maxLength={128}
            aria-label="Reference, external id, e-mail or name"
            placeholder="Reference, e-mail, name"
            className="w-58 pl-8"
          />
        </span>
        {choices.map(select)}
        <details open={used > 0} className="open:basis-full">
          <summary className={buttonVariants({ variant: 'ghost', className: 'w-fit cursor-pointer list-none' })}>
            <SlidersHorizontal aria-hidden /> {used > 0 ? `More filters (${used})` : 'More filters'}
          </summary>
          <div className="mt-2 flex flex-wrap gap-2">{moreChoices.map(select)}</div>
        </details>
        {filter.sort !== 'urgency' && <input type="hidden" name="sort" value={filter.sort} />}
        {filter.dir && <input type="hidden" name="dir" value={filter.dir} />}
        <noscript>
          <Button type="submit">Apply</Button>
        </noscript>
      </form>
      {(filtered || filter.sort !== 'urgency') && (
        <Link href="/queue" className={buttonVariants({ variant: 'ghost' })}>
          <X aria-hidden /> {filtered ? 'Clear filters' : 'Most urgent first'}
        </Link>
      )}
      {pending && <Spinner className="mt-2" />}
    </search>
  )
}
