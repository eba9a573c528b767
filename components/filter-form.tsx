'use client'

import { X } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useOptimistic, useState, useTransition } from 'react'
import { Button, buttonVariants } from './ui/button.tsx'
import { Input } from './ui/input.tsx'
import { Select } from './ui/select.tsx'
import { Spinner } from './ui/spinner.tsx'

/** One filter. Its first option, value '' or the default, is what holds when nothing is chosen. */
export type Filter = { name: string; label: string; value: string } & (
  | { kind: 'choice'; options: readonly (readonly [value: string, label: string])[] }
  | { kind: 'text'; placeholder?: string; maxLength?: number }
  | { kind: 'date' }
)

export interface FilterFormProps {
  /** The path of the page. */
  action: string
  filters: readonly Filter[]
  /** Offered while something is filtered. */
  clearHref: string | null
}

/** Filters in the address: a plain form that works without script; with it a choice takes effect at once. */
export function FilterForm({ action, filters, clearHref }: FilterFormProps) {
  const router = useRouter()
  const [pending, start] = useTransition()
  const values = Object.fromEntries(filters.map(({ name, value }) => [name, value]))
  const [shown, show] = useOptimistic(values)

  const go = (changes: Record<string, string>) =>
    start(() => {
      const next = { ...values, ...changes }
      show(next)
      const query = new URLSearchParams(Object.entries(next).filter(([, value]) => value !== ''))
      router.push(`${action}?${query}` as Route)
    })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    go(Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value).trim()])))
  }

  return (
    <search className="flex flex-wrap items-end gap-2">
      <form action={action} onSubmit={submit} className="flex min-w-0 flex-wrap items-end gap-2">
        {filters.map((filter) =>
          filter.kind === 'choice' ? (
            <Select
              key={filter.name}
              name={filter.name}
              aria-label={filter.label}
              options={filter.options}
              value={shown[filter.name] ?? ''}
              onChange={({ target }) => go({ [filter.name]: target.value })}
              className="max-w-56"
            />
          ) : (
            <FilterInput key={filter.name} filter={filter} commit={(value) => go({ [filter.name]: value })} />
          ),
        )}
        <noscript>
          <Button type="submit">Apply</Button>
        </noscript>
      </form>
      {clearHref && (
        <Link href={clearHref as Route} className={buttonVariants({ variant: 'ghost' })}>
          <X aria-hidden /> Clear filters
        </Link>
      )}
      {pending && <Spinner />}
    </search>
  )
}

interface FilterInputProps {
  filter: Extract<Filter, { kind: 'text' | 'date' }>
  commit: (value: string) => void
}

/** Typed text takes effect with Enter, a date as soon as it is whole. Follows the address when that changes. */
function FilterInput({ filter, commit }: FilterInputProps) {
  const { kind, name, label, value } = filter
  const id = useId()
  const [text, setText] = useState(value)
  const [followed, setFollowed] = useState(value)
  if (followed !== value) {
    setFollowed(value)
    setText(value)
  }
  const change = (typed: string) => {
    setText(typed)
    const whole = typed === '' || typed > '2000'
    if (kind === 'date' && whole && typed !== value) commit(typed)
  }
  const input = { name, value: text, onChange: (event: { target: { value: string } }) => change(event.target.value) }
  if (kind === 'text') {
    return (
      <Input
        {...input}
        type="search"
        aria-label={label}
        placeholder={filter.placeholder}
        maxLength={filter.maxLength}
        className="w-48"
      />
    )
  }
  return (
    <label htmlFor={id} className="inline-flex items-center gap-1.5 text-[0.8125rem] text-muted-foreground">
      {label} <Input {...input} id={id} type="date" className="w-36" />
    </label>
  )
}
