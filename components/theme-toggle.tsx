'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { parseTheme, type Theme, themeCookie } from './theme.tsx'
import { Button } from './ui/button.tsx'
import { Menu, MenuChoice } from './ui/menu.tsx'

const options = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const

/** Chooses light, dark or the system's theme; kept in a cookie for a year. `theme` is what the server rendered. */
export function ThemeToggle({ theme: rendered }: { theme: Theme }) {
  const [theme, setTheme] = useState(rendered)
  const choose = (choice: (typeof options)[number][0]) => {
    const next = parseTheme(choice)
    setTheme(next)
    applyTheme(next)
  }
  const Icon = theme === null ? Monitor : theme === 'light' ? Sun : Moon
  return (
    <Menu
      side="top"
      trigger={
        <Button variant="ghost" size="icon" aria-label="Theme">
          <Icon aria-hidden />
        </Button>
      }
    >
      <MenuChoice label="Theme" value={theme ?? 'system'} onChange={choose} options={options} />
    </Menu>
  )
}

function applyTheme(theme: Theme): void {
  const root = document.documentElement
  if (theme) root.dataset.theme = theme
  else delete root.dataset.theme
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http, where a house may run this
  document.cookie = `${themeCookie}=${theme ?? ''}; path=/; samesite=lax; max-age=${theme ? 31_536_000 : 0}`
}
