/**
 * Prisma's own schema engine as WebAssembly from npm. The Prisma command would download a binary instead, which many
 * build machines can't; this one keeps the same ledger (`_prisma_migrations`), so `prisma migrate deploy` elsewhere agrees.
 */
import type { EventEmitter } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaEngine, SchemasContainer } from '@prisma/schema-engine-wasm'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export const migrationsFolder = here('./migrations')

/** Runs `work` with an engine connected to `url`, and closes its connections afterwards. */
export async function withSchemaEngine<Result>(
  url: string,
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  await loadWasm()
  const { files } = readSchema()
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url, Client: CatalogueClient }))
  const datamodels = files.map(({ path, content }): [string, string] => [path, content])
  const engine = await bindings.SchemaEngine.new({ datamodels }, () => {}, adapter)
  try {
    return await work(engine)
  } finally {
    engine.free()
  }
}

/** The schema as the engine wants it. */
export function readSchema(): SchemasContainer {
  const path = here('./schema.prisma')
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

/**
 * The engine reads columns of PostgreSQL's internal type "char" (oid 18) from the catalogue, and the adapter knows no such
 * type; it does know text (oid 25), which looks the same on the wire.
 */
class CatalogueClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config)
    const { connection } = this as unknown as { connection: EventEmitter }
    connection.prependListener('rowDescription', ({ fields }: { fields: { dataTypeID: number }[] }) => {
      for (const field of fields) if (field.dataTypeID === 18) field.dataTypeID = 25
    })
  }
}

let loaded: Promise<void> | undefined

/** What the package's own entry does with a `.wasm` import, which Node doesn't resolve. */
function loadWasm(): Promise<void> {
  loaded ??= (async () => {
    const file = new URL(import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
    const bytes = readFileSync(new URL('./schema_engine_bg.wasm', file))
    const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bindings as never })
    bindings.__wbg_set_wasm(instance.exports)
    ;(instance.exports.__wbindgen_start as () => void)()
  })()
  return loaded
}
