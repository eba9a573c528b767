import type { Hotkey } from './use-hotkeys.tsx'

/** A line of the command palette. */
export interface PaletteEntry {
  id: string
  group: 'Actions' | 'Pages' | 'Cases'
  title: string
  /** Smaller, behind the title; searched too. */
  detail?: string
  /** The key that does the same. */
  hotkey?: string
  run: () => void
}

/** Keys that belong to what has the focus or to a list on show: they are no commands by themselves. */
const contextual = /^([1-9]|1–9|Enter|Escape|⏎|Esc)$/

/** What the keys in force do, as entries; of several that do the same the one in force. */
export function actionEntries(hotkeys: readonly Hotkey[]): PaletteEntry[] {
  const commands = hotkeys.filter(({ keys: [key = ''] }) => !contextual.test(key) && key !== 'mod+k')
  const byLabel = new Map(commands.map((hotkey) => [`${hotkey.group} ${hotkey.label}`, hotkey]))
  return [...byLabel].map(([id, { group, label, keys, run }]) => ({
    id,
    group: 'Actions',
    title: label,
    detail: group,
    hotkey: keys[0],
    run,
  }))
}

/** Entries that have every word of the query, at the beginning of one of theirs; those whose title begins with it come first. */
export function matching(entries: readonly PaletteEntry[], query: string): PaletteEntry[] {
  const wanted = words(query)
  const has = ({ title, detail = '' }: PaletteEntry) => {
    const own = words(`${title} ${detail}`)
    return wanted.every((word) => own.some((one) => one.startsWith(word)))
  }
  const leads = ({ title }: PaletteEntry) => Number(title.toLowerCase().startsWith(query.trim().toLowerCase()))
  return entries.filter(has).toSorted((a, b) => leads(b) - leads(a))
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
