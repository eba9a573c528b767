import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '#lib/db/client'
import { env } from '#lib/env'
import { migrate } from '../../prisma/migrate.ts'
import { pendingSql } from '../../prisma/pending-sql.ts'

describe('migrations', () => {
  it('give schema.prisma: nothing is left to migrate', async () => {
    expect(await pendingSql(env().DATABASE_URL)).toBe('')
  })

  it('are recorded in the ledger, so that applying them again does nothing', async () => {
    expect(await migrate(env().DATABASE_URL)).toEqual([])
  })
})

describe('the audit log', () => {
  beforeAll(async () => {
    await db().auditEvent.create({ data: { type: 'user.signed_in', actorKind: 'system', data: {} } })
  })

  it.each([
    ['changed', `UPDATE audit_events SET type = 'other'`],
    ['shortened', 'DELETE FROM audit_events'],
    ['emptied', 'TRUNCATE audit_events'],
  ])("can't be %s, whoever asks", async (_, sql) => {
    await expect(db().$executeRawUnsafe(sql)).rejects.toThrow('append-only')
    expect(await db().auditEvent.count()).toBe(1)
  })
})
