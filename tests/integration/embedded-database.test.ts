import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EmbeddedDatabase, startEmbedded } from '../../prisma/embedded/server.ts'
import { temporaryDataFolder } from '../../prisma/embedded/temporary-data-folder.ts'

let folder: string
let running: EmbeddedDatabase | undefined

beforeEach(() => {
  folder = temporaryDataFolder()
})

afterEach(async () => {
  await running?.stop()
  running = undefined
  rmSync(folder, { recursive: true, force: true })
})

const start = async () => {
  running = await startEmbedded(folder, { forgetful: true })
  return running
}

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: running!.url })
  await client.connect()
  const { rows } = await client.query(sql).finally(() => client.end())
  return rows
}

const serverPid = () => Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

describe('the embedded database', () => {
  it('keeps its data from one start to the next', async () => {
    await start()
    await query('CREATE TABLE kept AS SELECT 42 AS value')
    await running!.stop()
    await start()
    expect(await query('SELECT value FROM kept')).toEqual([{ value: 42 }])
  })

  it('recovers from a server that was killed, and from a process number that means something else by now', async () => {
    const { ended } = await start()
    process.kill(serverPid(), 'SIGKILL')
    await ended
    const pidFile = join(folder, 'postgres/postmaster.pid')
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(process.pid)))
    await start()
    expect(await query('SELECT 1 AS value')).toEqual([{ value: 1 }])
  })

  it('ends a server whose owner is gone, rather than giving up', async () => {
    const { ended } = await start()
    const record = join(folder, 'database.json')
    writeFileSync(record, JSON.stringify({ url: running!.url, owner: 2 ** 22 }))
    await start()
    await ended
    expect(await query('SELECT 1 AS value')).toEqual([{ value: 1 }])
  })

  it('leaves alone a server whose owner is at work, and says whose it is', async () => {
    await start()
    const owner = process.ppid
    writeFileSync(join(folder, 'database.json'), JSON.stringify({ url: running!.url, owner }))
    await expect(startEmbedded(folder)).rejects.toThrow(`in use by another Retake (process ${owner})`)
    expect(await query('SELECT 1 AS value')).toEqual([{ value: 1 }])
  })

  it('says so when the files are of another version of PostgreSQL', async () => {
    await start()
    await running!.stop()
    writeFileSync(join(folder, 'postgres/PG_VERSION'), '17\n')
    await expect(startEmbedded(folder)).rejects.toThrow('was written by PostgreSQL 17 and this is PostgreSQL 18')
  })

  it('says so when the data folder is a file', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    await expect(startEmbedded(file)).rejects.toThrow('is not a folder: set RETAKE_DATA_DIR')
  })
})
