'use client'

import type { KeyChoices as Choices } from '#lib/domain/hotkeys'
import { useKeyChoices } from './use-hotkeys.tsx'

/** Puts the viewer's own keys in force. Renders nothing. */
export function KeyChoices({ keys }: { keys: Choices }) {
  useKeyChoices(keys)
  return null
}
