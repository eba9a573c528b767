/**
 * Prisma's own schema engine as WebAssembly from npm. The Prisma command would download a binary instead, which many
 * build machines can't; this one keeps the same ledger (`_prisma_migrations`), so `prisma migrate deploy` elsewhere agrees.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaEngine, SchemasContainer } from '@prisma/schema-engine-wasm'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export const schemaPath = here('./schema.prisma')
export const migrationsFolder = here('./migrations')

/** Runs `work` with an engine connected to `url`, and closes its connections afterwards. */
export async function withSchemaEngine<Result>(
  url: string,
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  await loadWasm()
  const { files } = readSchema()
  const pool = new pg.Pool({ connectionString: url })
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool))
  const datamodels = files.map(({ path, content }): [string, string] => [path, content])
  let engine: SchemaEngine | undefined
  try {
    engine = await bindings.SchemaEngine.new({ datamodels }, () => {}, adapter)
    return await work(engine)
  } finally {
    engine?.free()
    await pool.end()
  }
}

/** A schema file as the engine wants it: the one in force, or the one the migrations so far give. */
export function readSchema(path = schemaPath): SchemasContainer {
  return { files: [{ path, content: readFileSync(path, 'utf8') }] }
}

/** Every migration in the folder, oldest first. */
export function readMigrations(): MigrationList {
  const names = existsSync(migrationsFolder)
    ? readdirSync(migrationsFolder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : []
  const lockPath = `${migrationsFolder}/migration_lock.toml`
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: existsSync(lockPath) ? readFileSync(lockPath, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(`${migrationsFolder}/${name}/migration.sql`, 'utf8') },
      },
    })),
  }
}

/** PrismaPg cuts a script at each semicolon, function bodies included; PostgreSQL takes it whole, and all or nothing. */
class WholeScripts extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script)
    }
    return adapter
  }
}

let loaded: Promise<void> | undefined

/** What the package's own entry does with a `.wasm` import, which Node doesn't resolve. */
function loadWasm(): Promise<void> {
  loaded ??= (async () => {
    const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    const bytes = readFileSync(join(dirname(entry), 'schema_engine_bg.wasm'))
    const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bindings as never })
    bindings.__wbg_set_wasm(instance.exports)
    ;(instance.exports.__wbindgen_start as () => void)()
  })()
  return loaded
}
