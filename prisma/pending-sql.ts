import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { migrationsFolder, readSchema, withSchemaEngine } from './schema-engine.ts'

/** The schema that all migrations together give; `npm run db:migration` keeps it up to date. */
export const migratedSchemaPath = join(migrationsFolder, 'schema.prisma')

/**
 * SQL that is still missing from the migrations for schema.prisma to hold; empty when they agree. The engine wants a connection, but nothing in
 * that database is read.
 */
export function pendingSql(url: string): Promise<string> {
  return withSchemaEngine(url, async (engine) => {
    const { stdout, exitCode } = await engine.diff({
      from: existsSync(migratedSchemaPath)
        ? { tag: 'schemaDatamodel', ...readSchema(migratedSchemaPath) }
        : { tag: 'empty' },
      to: { tag: 'schemaDatamodel', ...readSchema() },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    })
    return exitCode === 0 ? '' : (stdout ?? '')
  })
}
