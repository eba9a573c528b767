import { expect, test } from 'vitest'
import { db } from '#lib/db/client'
import { users } from '#lib/queries/users'
import { makeUser } from '../../factories.ts'

test('a colleague was last seen in the newest of their sessions; who never signed in, never', async () => {
  const admin = await makeUser('admin')
  const seen = new Date('2030-01-01T00:00:00Z')
  await db().userSession.create({ data: { userId: admin.id, lastSeenAt: seen } })
  const invited = await db().user.create({ data: { role: 'support', name: 'New', email: 'new@retake.example' } })
  const rows = await users(admin)
  expect(rows.find(({ id }) => id === admin.id)).toMatchObject({ lastSeenAt: seen, disabled: false })
  expect(rows.find(({ id }) => id === invited.id)).toMatchObject({ lastSeenAt: null })
})
