import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '#lib/db/client'
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

test('pages lie end to end, whatever narrows the log', async () => {
  const [admin, manager] = [await makeUser('admin'), await makeUser('manager')]
  const change = { type: 'user.changed', actorKind: 'user' as const, actorId: admin.id }
  const user = randomUUID()
  const made = Array.from({ length: 130 }, (_, at) => ({ ...change, data: { userId: at % 2 ? user : admin.id } }))
  await db().auditEvent.createMany({ data: made })
  const countOf = async (narrowed: Record<string, string>) => {
    const ids = new Set<string>()
    let before: string | null | undefined
    do {
      const page = await auditLog(manager, auditFilterSchema.parse({ ...narrowed, before }))
      for (const { id } of page.rows) ids.add(id)
      before = page.next
    } while (before)
    return ids.size
  }
  expect(await countOf({ user: admin.id })).toBe(130)
  expect(await countOf({ user })).toBe(65)
  expect(await countOf({ user, type: 'user.signed_in' })).toBe(0)
  expect(await countOf({ user, from: '2020-01-01' })).toBe(65)
  expect(await countOf({ user, to: '2020-01-01' })).toBe(0)
  expect(await countOf({ user, reference: 'RT-0000-0000' })).toBe(0)
})
