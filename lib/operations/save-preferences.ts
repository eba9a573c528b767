import type { z } from 'zod'
import { authorise } from '#lib/authorise'
import { withTransaction } from '#lib/db/transaction'
import type { Actor } from '#lib/domain/actor'
import { hotkeyActions, keyProblem } from '#lib/domain/hotkeys'
import { knownKeys, preferencesSchema } from '#lib/domain/preferences'
import { type Refused, refused } from '#lib/errors'
import { recordAuditEvent } from './record-audit-event.ts'

export const savePreferencesInput = preferencesSchema

/** Keeps one's own choices. Refused where a key is taken or belongs to the browser, so that no page can store what it wouldn't offer. */
export async function savePreferences(
  actor: Actor,
  input: z.infer<typeof savePreferencesInput>,
): Promise<{ ok: true } | Refused<'key_not_free'>> {
  const user = authorise(actor, 'preferences:save')
  const keys = knownKeys(input.keys)
  for (const action of hotkeyActions) {
    const key = keys[action.id]
    const problem = key === undefined ? null : keyProblem(action, key, keys)
    if (problem) return refused('key_not_free', `${action.label}: ${problem}`)
  }
  await withTransaction(async (tx) => {
    await tx.user.update({ where: { id: user.id }, data: { preferences: { keys } } })
    await recordAuditEvent(tx, actor, { type: 'user.preferences_saved', data: { userId: user.id } })
  })
  return { ok: true }
}
