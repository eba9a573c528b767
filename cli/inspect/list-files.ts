import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A path to judge; `problem` says why it can't be read, where that is known before reading. */
export interface ListedFile {
  path: string
  sizeBytes: number
  problem: string | null
}

function reasonOf(error: unknown): string {
  const reasons: Record<string, string> = { ENOENT: 'it does not exist', EACCES: 'access is denied' }
  const { code = '' } = error as NodeJS.ErrnoException
  return reasons[code] ?? `the system says ${code || String(error)}`
}

function list(path: string, isArgument: boolean): ListedFile[] {
  try {
    const found = statSync(path)
    if (found.isFile()) return [{ path, sizeBytes: found.size, problem: null }]
    if (!found.isDirectory()) return isArgument ? [{ path, sizeBytes: 0, problem: 'it is not a file' }] : []
    const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    // A link to a folder may lead back up: links are followed to files only.
    const inside = entries.filter((entry) => !entry.isSymbolicLink() || leadsToFile(join(path, entry.name)))
    return inside.flatMap(({ name }) => list(join(path, name), false))
  } catch (error) {
    return [{ path, sizeBytes: 0, problem: reasonOf(error) }]
  }
}

function leadsToFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === false
}

/** Every file under the paths, in the order given and then by name; what can't be read is listed too, with the problem. */
export function listFiles(paths: readonly string[]): ListedFile[] {
  return paths.flatMap((path) => list(path, true))
}
