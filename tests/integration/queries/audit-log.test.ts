import { expect, test } from 'vitest'
import { changeUser } from '#lib/operations/change-user'
import { auditFilterSchema, auditLog, auditPeople } from '#lib/queries/audit-log'
import { makeUser } from '../../factories.ts'

test('a person’s entries are those of what they did and of what was done to them', async () => {
  const [admin, colleague, manager] = [await makeUser('admin'), await makeUser('support'), await makeUser('manager')]
  await changeUser(admin, { userId: colleague.id, role: 'manager', disabled: false })
  const entriesOf = async (user: string) => (await auditLog(manager, auditFilterSchema.parse({ user }))).rows
  for (const { id } of [admin, colleague]) {
    expect(await entriesOf(id)).toMatchObject([{ type: 'user.changed', actor: admin.name }])
  }
  expect(await entriesOf(manager.id)).toEqual([])
})

test('everyone the log can be about is known by name', async () => {
  const manager = await makeUser('manager')
  expect(await auditPeople(manager)).toContainEqual({ id: manager.id, name: manager.name })
})
