'use client'

import { useState } from 'react'
import { Field } from './ui/field.tsx'
import { Input } from './ui/input.tsx'
import { Select } from './ui/select.tsx'

const choices = [
  ['1h', 'In an hour'],
  ['4h', 'In four hours'],
  ['tomorrow', 'Tomorrow at 9:00'],
  ['monday', 'Next Monday at 9:00'],
  ['at', 'At a time of my choice'],
] as const

/** Fields of a form that ask until when something is snoozed; `snoozeUntil` reads them. Times are the viewer's. */
export function SnoozeChoice() {
  const [chosen, setChosen] = useState<string>('1h')
  return (
    <>
      <Field label="Until when?">
        {(control) => (
          <Select
            {...control}
            name="snooze"
            options={choices}
            value={chosen}
            onChange={({ target }) => setChosen(target.value)}
          />
        )}
      </Field>
      {chosen === 'at' && (
        <Field label="Date and time" hint="In your time zone; at most 30 days ahead.">
          {(control) => <Input {...control} type="datetime-local" name="snoozeAt" required />}
        </Field>
      )}
    </>
  )
}

/** The moment that was chosen, reckoned from now in the viewer's time zone; null where no time was given. */
export function snoozeUntil(fields: Record<string, string>, now = new Date()): Date | null {
  const { snooze, snoozeAt } = fields
  switch (snooze) {
    case '1h':
      return new Date(now.getTime() + 3_600_000)
    case '4h':
      return new Date(now.getTime() + 4 * 3_600_000)
    case 'tomorrow':
      return morning(now, 1)
    case 'monday':
      return morning(now, (8 - now.getDay()) % 7 || 7)
    default:
      return snoozeAt ? new Date(snoozeAt) : null
  }
}

function morning(now: Date, daysAhead: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysAhead, 9)
}
