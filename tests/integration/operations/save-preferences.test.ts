import { expect, test } from 'vitest'
import { db } from '#lib/db/client'
import { savePreferences } from '#lib/operations/save-preferences'
import { ownPreferences } from '#lib/queries/own-preferences'
import { makeUser } from '../../factories.ts'

test('keys are one’s own, and there wherever one signs in', async () => {
  const [one, other] = [await makeUser(), await makeUser('support')]
  await savePreferences(one, { keys: { 'decide.approve': 'q' } })
  expect(await ownPreferences({ ...one, sessionId: other.sessionId })).toEqual({ keys: { 'decide.approve': 'q' } })
  expect(await ownPreferences(other)).toEqual({ keys: {} })
})

test('a key that is taken, or is the browser’s, is refused and changes nothing', async () => {
  const user = await makeUser()
  await savePreferences(user, { keys: { 'decide.approve': 'q' } })
  for (const key of ['x', 'Tab', '3']) {
    expect(await savePreferences(user, { keys: { 'decide.approve': key } })).toMatchObject({ reason: 'key_not_free' })
  }
  expect(await ownPreferences(user)).toEqual({ keys: { 'decide.approve': 'q' } })
})

test('two actions may swap their keys', async () => {
  const keys = { 'decide.approve': 'x', 'decide.reject': 'a' }
  expect(await savePreferences(await makeUser(), { keys })).toEqual({ ok: true })
})

test('choices for actions that no longer exist are dropped, and what can’t be read counts as none', async () => {
  const user = await makeUser()
  await savePreferences(user, { keys: { 'gone.long-ago': 'q' } })
  expect(await ownPreferences(user)).toEqual({ keys: {} })
  await db().user.update({ where: { id: user.id }, data: { preferences: { keys: 7 } } })
  expect(await ownPreferences(user)).toEqual({ keys: {} })
})
