/**
 * `npm run db:migration -- name`: writes the migration that takes the database of the migrations so far to schema.prisma.
 * It compares on an empty server of its own, so hand-written SQL in earlier migrations is part of the picture and stays as it is.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import { startEmbedded } from './embedded/server.ts'
import { temporaryDataFolder } from './embedded/temporary-data-folder.ts'
import { migrationsFolder, readMigrations, readSchema, withSchemaEngine } from './schema-engine.ts'

const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Name the migration in lower case with underscores: npm run db:migration -- add_claims')
  process.exit(1)
}

const folder = temporaryDataFolder()
const database = await startEmbedded(folder)
try {
  const sql = await withSchemaEngine(database.url, pendingSql)
  if (sql || process.argv.includes('--empty')) console.log(write(name, sql))
  else console.log('The migrations already give schema.prisma; for hand-written SQL add --empty.')
} finally {
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** SQL from what the migrations give to what the schema says; empty when they agree. */
async function pendingSql(engine: SchemaEngine): Promise<string> {
  const { stdout, exitCode } = await engine.diff({
    from: { tag: 'migrations', ...readMigrations() },
    to: { tag: 'schemaDatamodel', ...readSchema() },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  })
  return exitCode === 0 ? '' : (stdout ?? '')
}

/** Writes the folder Prisma would, named by UTC time so that they sort, and returns the path of its file. */
function write(name: string, sql: string): string {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const target = join(migrationsFolder, `${stamp}_${name}`)
  mkdirSync(target, { recursive: true })
  writeFileSync(join(target, 'migration.sql'), sql)
  return join(target, 'migration.sql')
}
