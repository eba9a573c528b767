import { z } from 'zod'
import { hotkeyActions } from './hotkeys.ts'

/** What a person chose for themselves, kept with their account so that it is there at every desk. */
export const preferencesSchema = z.object({
  /** Keys of their own by action id; actions that no longer exist are dropped when they save again. */
  keys: z.record(z.string().max(80), z.string().min(1).max(20)).default({}),
})
export type Preferences = z.infer<typeof preferencesSchema>

/** Reads what is stored; anything unreadable is as good as no choice. */
export function storedPreferences(stored: unknown): Preferences {
  const parsed = preferencesSchema.safeParse(stored)
  return parsed.success ? parsed.data : { keys: {} }
}

/** The choices that are about actions there are, at most one each. */
export function knownKeys(keys: Preferences['keys']): Preferences['keys'] {
  return Object.fromEntries(hotkeyActions.flatMap(({ id }) => (keys[id] === undefined ? [] : [[id, keys[id]]])))
}
