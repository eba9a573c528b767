import { PrismaPg } from '@prisma/adapter-pg'
import { expect, test, vi } from 'vitest'
import { db } from '#lib/db/client'
import { PrismaClient } from '#lib/db/generated/client'
import { isUnavailable } from '#lib/db/is-unavailable'
import { makeUser } from '../factories.ts'

const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

test('a database that nobody answers for is unavailable, however it is asked', async () => {
  const connectionString = 'postgresql://nobody:none@127.0.0.1:1/none'
  const away = new PrismaClient({ adapter: new PrismaPg({ connectionString, connectionTimeoutMillis: 2_000 }) })
  const errors = await Promise.all(
    [away.user.findFirst(), away.$queryRaw`SELECT 1`, away.$transaction((tx) => tx.user.findFirst())].map(errorOf),
  )
  expect(errors.map(isUnavailable)).toEqual([true, true, true])
})

test('a connection cut under a statement, and a pool with none to give, are passing troubles as well', async () => {
  const cut = errorOf(db().$queryRaw`SELECT pg_sleep(20)::text, 'to be cut'`)
  const cutOff = () => db().$queryRaw<unknown[]>`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE ${"%'to be cut'"}`
  await vi.waitFor(async () => expect(await cutOff()).toHaveLength(1), { timeout: 20_000, interval: 50 })
  expect(isUnavailable(await cut)).toBe(true)

  const waiting = Array.from({ length: 12 }, () =>
    errorOf(db().$transaction((tx) => tx.$queryRaw`SELECT pg_sleep(1.5)::text`, { maxWait: 300 })),
  )
  const refused = (await Promise.all(waiting)).filter((error) => error !== null)
  expect(refused.length).toBeGreaterThan(0)
  expect(refused.every(isUnavailable)).toBe(true)
})

test('what goes wrong by our own doing is not put down to the database', async () => {
  const { email } = await makeUser()
  const twice = db().user.create({ data: { role: 'support', name: 'Twice', email } })
  expect(isUnavailable(await errorOf(twice))).toBe(false)
  expect(isUnavailable(await errorOf(db().$queryRaw`SELECT nothing FROM nowhere`))).toBe(false)
  expect(isUnavailable(new TypeError('x is not a function'))).toBe(false)
})
