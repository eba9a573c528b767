'use client'

import { Search } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import type { CaptureKind } from '#lib/domain/capture'
import { type ReasonCode, reasonGroupTitle, reasons } from '#lib/domain/reasons'
import { numberedReasons, searchReasons } from './reason-order.ts'
import { Badge } from './ui/badge.tsx'
import { Checkbox } from './ui/checkbox.tsx'
import { Input } from './ui/input.tsx'
import { Kbd } from './ui/kbd.tsx'
import { useHotkeys, useShownKey } from './use-hotkeys.tsx'

export interface ReasonPickerProps {
  /** The kind of capture the reasons are for; null for the submission as a whole. */
  kind: CaptureKind | null
  /** What its findings suggest. */
  suggested: readonly ReasonCode[]
  selected: readonly ReasonCode[]
  onToggle: (code: ReasonCode) => void
}

/** Reasons for one capture: nine under the keys 1–9, suggested ones first, and the whole catalogue behind a search (`/`). */
export function ReasonPicker({ kind, suggested, selected, onToggle }: ReasonPickerProps) {
  const numbered = numberedReasons(suggested, kind)
  const search = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const group = 'Decide'
  useHotkeys([
    ...numbered.map((code, index) => ({
      keys: [String(index + 1)],
      label: `Reason: ${reasons[code].title}`,
      group,
      run: () => onToggle(code),
    })),
    { keys: ['/'], label: 'Search reasons', group, run: () => search.current?.focus() },
  ])
  const option = (code: ReasonCode) => ({ code, checked: selected.includes(code), onToggle })
  const elsewhere = selected.filter((code) => !numbered.includes(code))

  return (
    <div className="grid gap-2">
      <ul className="grid gap-px">
        {numbered.map((code, index) => (
          <ReasonOption key={code} {...option(code)} hotkey={String(index + 1)} suggested={suggested.includes(code)} />
        ))}
        {query === '' && elsewhere.map((code) => <ReasonOption key={code} {...option(code)} />)}
      </ul>
      <div className="relative">
        <Search aria-hidden className="absolute inset-y-0 my-auto left-2.5 size-4 text-muted-foreground" />
        <Input
          ref={search}
          type="search"
          value={query}
          aria-label="Search all reasons"
          aria-keyshortcuts={useShownKey('/')}
          placeholder="Search all reasons"
          className="pl-8"
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            setQuery('')
            event.currentTarget.blur()
          }}
        />
      </div>
      {query !== '' && <SearchResults query={query} option={option} />}
    </div>
  )
}

interface SearchResultsProps {
  query: string
  option: (code: ReasonCode) => ReasonOptionProps
}

function SearchResults({ query, option }: SearchResultsProps) {
  const groups = searchReasons(query)
  if (groups.length === 0)
    return <p className="px-2 text-[0.8125rem] text-muted-foreground">No reason has these words.</p>
  return groups.map(({ group, codes }) => (
    <section key={group}>
      <h4 className="px-2 pb-0.5 text-xs text-muted-foreground">{reasonGroupTitle[group]}</h4>
      <ul className="grid gap-px">
        {codes.map((code) => (
          <ReasonOption key={code} {...option(code)} />
        ))}
      </ul>
    </section>
  ))
}

interface ReasonOptionProps {
  code: ReasonCode
  checked: boolean
  onToggle: (code: ReasonCode) => void
  hotkey?: string
  suggested?: boolean
}

function ReasonOption({ code, checked, onToggle, hotkey, suggested }: ReasonOptionProps) {
  const { title, finality, audience } = reasons[code]
  const id = useId()
  return (
    <li>
      <label
        htmlFor={id}
        className="flex min-h-7 items-center pointer-coarse:min-h-11 gap-2 rounded-md px-2 text-[0.8125rem] hover:bg-hover has-checked:bg-selected"
      >
        <Checkbox id={id} checked={checked} aria-keyshortcuts={hotkey} onChange={() => onToggle(code)} />
        <span className="min-w-0 flex-1">{title}</span>
        {suggested && <Badge tone="info">suggested</Badge>}
        {finality === 'final' && <Badge tone="danger">final</Badge>}
        {audience === 'internal' && <Badge tone="outline">internal</Badge>}
        {hotkey && (
          <Kbd hint className="text-muted-foreground">
            {hotkey}
          </Kbd>
        )}
      </label>
    </li>
  )
}
