/**
 * Adds the optional platform packages that the registry in use does not mirror, so that `npm ci` accepts the lock file
 * everywhere and other platforms still fetch their binaries. Run it after changing dependencies: `npm run lock`.
 */
import { readFileSync, writeFileSync } from 'node:fs'

type LockEntry = {
  version?: string
  cpu?: string[]
  os?: string[]
  libc?: string[]
  optional?: boolean
  dev?: boolean
  optionalDependencies?: Record<string, string>
}

const platforms = ['android', 'darwin', 'freebsd', 'linux', 'openbsd', 'netbsd', 'sunos', 'aix', 'win32']
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32']

const path = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, LockEntry> }

for (const entry of Object.values({ ...lock.packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`
    if (lock.packages[key]) continue
    const words = name.split(/[-/]/)
    const os = platforms.filter((platform) => words.includes(platform))
    const cpu = processors.filter((processor) => words.includes(processor))
    if (os.length === 0 && !cpu.includes('wasm32')) continue
    const libc = words.includes('musl') ? ['musl'] : undefined
    lock.packages[key] = {
      version,
      ...(cpu.length > 0 && { cpu }),
      ...(libc && { libc }),
      ...(entry.dev && { dev: true }),
      optional: true,
      ...(os.length > 0 && { os }),
    }
  }
}

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
