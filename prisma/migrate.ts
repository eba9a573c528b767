import { readMigrations, withSchemaEngine } from './schema-engine.ts'

/**
 * Applies the migrations the database doesn't have yet and returns their names. Several processes may call it at once: the
 * engine takes PostgreSQL's advisory lock. Throws with the engine's words when a migration fails.
 */
export function migrate(url: string): Promise<string[]> {
  return withSchemaEngine(url, async (engine) => {
    const migrationsList = readMigrations()
    const applied = await engine.applyMigrations({ migrationsList, filters: { externalTables: [], externalEnums: [] } })
    return applied.appliedMigrationNames
  })
}
