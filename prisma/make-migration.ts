/**
 * `npm run db:migration -- name [--empty]`: writes the migration from the schema the migrations so far give, kept beside them
 * as `migrations/schema.prisma`, to the one in force. Nothing but these two files is compared, so hand-written SQL in earlier
 * migrations stays as it is. (The engine's own way reads a shadow database, which it can't do through the adapter: it
 * panics on the catalogue's "char" columns.) `--empty` is for hand-written SQL alone.
 */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startEmbedded } from './embedded/server.ts'
import { temporaryDataFolder } from './embedded/temporary-data-folder.ts'
import { migratedSchemaPath, pendingSql } from './pending-sql.ts'
import { migrationsFolder, schemaPath } from './schema-engine.ts'

const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Name the migration in lower case with underscores: npm run db:migration -- add_claims')
  process.exit(1)
}

const folder = temporaryDataFolder()
const database = await startEmbedded(folder, { forgetful: true })
const sql = await pendingSql(database.url).finally(database.stop)
rmSync(folder, { recursive: true })
if (sql || process.argv.includes('--empty')) console.log(write(name, sql))
else console.log('The migrations already give schema.prisma; for hand-written SQL add --empty.')

/** Writes the folder Prisma would, named by UTC time so that they sort, and returns the path of its file. */
function write(name: string, sql: string): string {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const target = join(migrationsFolder, `${stamp}_${name}`)
  mkdirSync(target, { recursive: true })
  writeFileSync(join(target, 'migration.sql'), sql)
  copyFileSync(schemaPath, migratedSchemaPath)
  return join(target, 'migration.sql')
}
