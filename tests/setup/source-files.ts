import { existsSync, globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

export interface Import {
  /** A path in the repository with its ending, or a package's name as written. */
  target: string
  /** True where only types are taken, which leave no trace at run time. */
  typeOnly: boolean
}

export interface SourceFile {
  /** Relative to the repository, with forward slashes. */
  path: string
  text: string
  imports: Import[]
}

const statement = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:([^'";]*?)\s+from\s+)?['"]([^'"]+)['"]/g
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]/g

/** Reads every TypeScript file the patterns match and what each of them imports. Generated code is left out. */
export function readSources(...patterns: string[]): SourceFile[] {
  return globSync(patterns)
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('lib/db/generated/'))
    .sort()
    .map((path) => {
      const text = readFileSync(path, 'utf8')
      return { path, text, imports: importsOf(path, text) }
    })
}

function importsOf(path: string, text: string): Import[] {
  const found: Import[] = []
  for (const [, type, names, specifier] of text.matchAll(statement)) {
    const allTypes = names !== undefined && /^\{\s*(type\s+\w+(\s+as\s+\w+)?\s*,?\s*)+\}$/.test(names)
    found.push({ target: resolve(path, specifier!), typeOnly: type !== undefined || allTypes })
  }
  for (const [, specifier] of text.matchAll(dynamic)) found.push({ target: resolve(path, specifier!), typeOnly: false })
  return found
}

function resolve(path: string, specifier: string): string {
  const alias = /^#(lib|components|specimens)\/(.+)$/.exec(specifier)
  if (alias) return `${alias[1]}/${alias[2]}.${alias[1] === 'components' ? 'tsx' : 'ts'}`
  if (!specifier.startsWith('.')) return specifier
  const joined = posix.join(posix.dirname(path), specifier)
  return [joined, `${joined}.ts`, `${joined}.tsx`].find((candidate) => existsSync(candidate)) ?? joined
}
