'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useId, useState } from 'react'
import { parseTheme, type Theme, themeCookie } from './theme.tsx'

const options = [
  { value: 'system', title: 'System', icon: Monitor },
  { value: 'light', title: 'Light', icon: Sun },
  { value: 'dark', title: 'Dark', icon: Moon },
] as const

/** Chooses light, dark or the system's theme; kept in a cookie for a year. `theme` is what the server rendered. */
export function ThemeToggle({ theme: rendered }: { theme: Theme }) {
  const [theme, setTheme] = useState(rendered)
  const name = useId()
  const choose = (value: string) => {
    const next = parseTheme(value)
    setTheme(next)
    applyTheme(next)
  }
  return (
    <fieldset className="grid grid-cols-3 gap-0.5 rounded-md bg-muted p-0.5">
      <legend className="sr-only">Theme</legend>
      {options.map(({ value, title, icon: Icon }) => (
        <label
          key={value}
          htmlFor={`${name}-${value}`}
          className="flex h-7 items-center justify-center gap-1.5 rounded-sm text-xs text-muted-foreground has-checked:bg-card has-checked:font-medium has-checked:text-foreground has-focus-visible:outline-2 has-focus-visible:outline-ring"
        >
          <input
            id={`${name}-${value}`}
            type="radio"
            name={name}
            value={value}
            checked={(theme ?? 'system') === value}
            onChange={() => choose(value)}
            className="sr-only"
          />
          <Icon aria-hidden className="size-3.5" />
          {title}
        </label>
      ))}
    </fieldset>
  )
}

function applyTheme(theme: Theme): void {
  const root = document.documentElement
  if (theme) root.dataset.theme = theme
  else delete root.dataset.theme
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http, where a house may run this
  document.cookie = `${themeCookie}=${theme ?? ''}; path=/; samesite=lax; max-age=${theme ? 31_536_000 : 0}`
}
