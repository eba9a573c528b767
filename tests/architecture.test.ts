/** Keeps the floor plan (docs/architecture.md): who may import whom, what is pure, what files are called. */
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Import, readSources, type SourceFile } from './setup/source-files.ts'

const sources = readSources('{app,components,lib,cli}/**/*.{ts,tsx}', '{worker,cli,proxy,instrumentation}.ts')
const pure = /^lib\/(domain|pixels|checks)\//

/** What each part may import from the rest of the repository, besides its own files where `own` says so. */
const layers: { part: RegExp; own?: RegExp; may: RegExp; rule: string }[] = [
  {
    part: /^lib\/domain\//,
    own: /^lib\/domain\//,
    may: /^lib\/db\/generated\/enums\.ts$/,
    rule: 'domain imports only itself and the generated enums',
  },
  {
    part: /^lib\/pixels\//,
    own: /^lib\/pixels\//,
    may: /^lib\/domain\//,
    rule: 'pixels import only pixels and domain',
  },
  {
    part: /^lib\/checks\//,
    own: /^lib\/checks\//,
    may: /^lib\/(pixels|domain)\//,
    rule: 'checks import only pixels and domain',
  },
  {
    part: /^lib\/[^/]+\.ts$/,
    own: /^lib\/[^/]+\.ts$/,
    may: /^lib\/(domain\/|db\/transaction\.ts$)/,
    rule: 'what lies directly in lib serves all and imports only domain and the transaction it is handed',
  },
  ...['imaging', 'storage', 'mail', 'db', 'credentials'].map((name) => ({
    part: new RegExp(`^lib/${name}/`),
    own: new RegExp(`^lib/${name}/`),
    may: /^lib\/([^/]+\.ts$|(checks|pixels|domain)\/)/,
    rule: `${name} imports only itself, checks, pixels and domain`,
  })),
  {
    part: /^lib\/jobs\//,
    own: /^lib\/jobs\//,
    may: /^lib\/([^/]+\.ts$|domain\/|db\/transaction\.ts$)/,
    rule: 'jobs import only themselves, domain and the transaction they are sent in',
  },
  {
    part: /^lib\/operations\//,
    may: /^lib\/([^/]+\.ts$|(imaging|jobs|storage|mail|db|credentials|checks|pixels|domain)\/|operations\/record-audit-event\.ts$)/,
    rule: 'an operation imports no other operation but record-audit-event, and no query',
  },
  {
    part: /^lib\/queries\//,
    may: /^lib\/([^/]+\.ts$|(imaging|jobs|storage|mail|db|credentials|checks|pixels|domain)\/|queries\/(keyset|stored-finding)\.ts$)/,
    rule: 'a query imports no operation, and of queries only the shared keyset and stored-finding',
  },
  {
    part: /^components\//,
    own: /^components\//,
    may: /^(lib\/(domain|pixels)\/|app\/globals\.css$)/,
    rule: 'components import only components, domain and pixels',
  },
]

/** Packages that one place alone may know, so that another can take their stead there. */
const soleImporters: { package: RegExp; place: RegExp }[] = [
  { package: /^pg-boss/, place: /^lib\/jobs\// },
  { package: /^@(tensorflow|vladmandic)\//, place: /^lib\/imaging\// },
  { package: /^(sharp|tesseract\.js|mrz|exifr|file-type|@hyzyla\/pdfium)/, place: /^lib\/imaging\// },
  { package: /^nodemailer/, place: /^lib\/mail\// },
  { package: /^(@prisma\/|pg$)/, place: /^lib\/db\// },
  { package: /^next-auth/, place: /^app\/(_server|api\/auth|\(auth\))\// },
]

function offences(rule: string, isOffence: (file: SourceFile, imported: Import) => boolean): string[] {
  return sources.flatMap((file) =>
    file.imports
      .filter((imported) => isOffence(file, imported))
      .map(({ target }) => `${file.path} imports ${target}, but ${rule}`),
  )
}

const isOurs = (target: string) =>
  /^(app|components|lib|specimens|tests|prisma|scripts|bench|cli)\/|^(worker|cli)\.ts$/.test(target)

/** `lib/operations/receive-submission.ts` may keep parts of itself in `lib/operations/receive-submission/`. */
function isPartOf(path: string, target: string): boolean {
  const family = (name: string) =>
    name
      .split('/')
      .slice(0, 3)
      .join('/')
      .replace(/\.tsx?$/, '')
  return family(path) === family(target)
}

describe('imports point one way', () => {
  it.each(layers)('$rule', ({ part, own, may, rule }) => {
    const found = offences(
      rule,
      ({ path }, { target }) =>
        part.test(path) && isOurs(target) && !may.test(target) && !own?.test(target) && !isPartOf(path, target),
    )
    expect(found).toEqual([])
  })

  it('lib imports no framework of the web', () => {
    const web = /^(next|react|react-dom|server-only|client-only)(\/|$)/
    expect(
      offences(
        'lib runs without a web framework',
        ({ path }, { target }) => path.startsWith('lib/') && web.test(target),
      ),
    ).toEqual([])
  })

  it('nobody imports the doorways or the tests', () => {
    const found = offences('nobody imports app, worker, cli or tests', ({ path }, { target }) => {
      if (target.endsWith('.css')) return false
      const doorway = /^(app|cli|tests)\//.exec(target)?.[1]
      return target === 'worker.ts' || target === 'cli.ts' || (doorway !== undefined && !path.startsWith(doorway))
    })
    expect(found).toEqual([])
  })

  it("a page uses its own folder and _server, not another page's files", () => {
    const found = offences(
      'a page uses its own folder, what lies above it, and app/_server',
      ({ path }, { target }) => {
        if (!path.startsWith('app/') || !target.startsWith('app/') || target.startsWith('app/_server/')) return false
        const folder = target.slice(0, target.lastIndexOf('/') + 1)
        return !path.startsWith(folder) && !target.startsWith(path.slice(0, path.lastIndexOf('/') + 1))
      },
    )
    expect(found).toEqual([])
  })
})

describe('what decides is pure', () => {
  it('domain, pixels and checks import nothing of Node and no package but zod', () => {
    const rule = 'what decides touches nothing outside'
    const isPure = (imported: Import) => isOurs(imported.target) || imported.target === 'zod' || imported.typeOnly
    expect(offences(rule, ({ path }, imported) => pure.test(path) && !isPure(imported))).toEqual([])
  })

  it('domain, pixels and checks ask neither clock nor chance', () => {
    const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.|\bfetch\(/
    expect(sources.filter(({ path, text }) => pure.test(path) && impure.test(text)).map(({ path }) => path)).toEqual([])
  })
})

describe('what decodes untrusted bytes first is small', () => {
  it("the door's children load no check, no model and no database", () => {
    const loaded = new Set(['lib/imaging/door-child.ts'])
    for (const path of loaded) {
      const imports = sources.find((file) => file.path === path)?.imports ?? []
      for (const { target, typeOnly } of imports) if (!typeOnly) loaded.add(target)
    }
    const heavy = /^lib\/(checks|pixels|db)\/|artifacts\.ts$|tesseract|human|tensorflow|zxing/
    expect([...loaded].filter((target) => heavy.test(target))).toEqual([])
    expect(loaded).toContain('sharp')
  })
})

describe('each thing has one place', () => {
  it.each(soleImporters)('$package is imported by $place alone', ({ package: name, place }) => {
    const rule = `only ${place} may know ${name}`
    expect(offences(rule, ({ path }, { target }) => name.test(target) && !isOurs(target) && !place.test(path))).toEqual(
      [],
    )
  })

  it('process.env is read in lib/env.ts alone, but for NODE_ENV, which the build fills in', () => {
    const readers = sources.filter(
      ({ path, text }) => path !== 'lib/env.ts' && /process\.env(?!\.NODE_ENV\b)/.test(text),
    )
    expect(readers.map(({ path }) => path)).toEqual([])
  })

  it('every check is in the registry', () => {
    const registered = new Set(
      sources.find(({ path }) => path === 'lib/checks/registry.ts')?.imports.map(({ target }) => target),
    )
    const checks = sources.filter(({ path, text }) => path.startsWith('lib/checks/') && /\bdefineCheck\(/.test(text))
    expect(checks.map(({ path }) => path).filter((path) => !registered.has(path))).toEqual([])
  })

  it('no file is a drawer: no index, utils, helpers or types', () => {
    const drawers = /^(index|utils?|helpers?|types|misc|common)\.tsx?$/
    expect(sources.map(({ path }) => path).filter((path) => drawers.test(basename(path)))).toEqual([])
  })
})
