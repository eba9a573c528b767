/** What is made from the sources, made again only when they have changed. */
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { runNode } from './child.ts'
import { quietEnvironment } from './environment.ts'

const clientMark = 'lib/db/generated/sources.sha256'
const clientSources = ['prisma/schema.prisma', 'node_modules/prisma/package.json']

const buildMark = '.next/sources.sha256'
const buildSources = [
  '{app,components,lib,public}/**/*.*',
  '{proxy,instrumentation,next.config}.ts',
  'postcss.config.mjs',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
]

/** True when the Prisma client has to be generated. */
export const isClientStale = () => isStale(clientMark, clientSources)

/** True when the web application has to be built. Reads every source once, a few hundredths of a second. */
export const isBuildStale = () => isStale(buildMark, buildSources)

/** Generates the Prisma client. The engine it asks for is not used for this, so any program will do in its place. */
export async function generateClient(): Promise<void> {
  await runNode(['node_modules/prisma/build/index.js', 'generate'], {
    ...quietEnvironment(),
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  })
  mark(clientMark, clientSources)
}

/** Builds the web application for production. */
export async function buildWeb(): Promise<void> {
  await runNode(['node_modules/next/dist/bin/next', 'build'], { ...quietEnvironment(), NODE_ENV: 'production' })
  mark(buildMark, buildSources)
}

function isStale(markPath: string, patterns: string[]): boolean {
  return !existsSync(markPath) || readFileSync(markPath, 'utf8') !== fingerprint(patterns)
}

function mark(markPath: string, patterns: string[]): void {
  mkdirSync(dirname(markPath), { recursive: true })
  writeFileSync(markPath, fingerprint(patterns))
}

function fingerprint(patterns: string[]): string {
  const hash = createHash('sha256')
  const files = globSync(patterns, { withFileTypes: true }).filter((entry) => entry.isFile())
  for (const path of files.map(({ parentPath, name }) => relative('.', join(parentPath, name))).sort()) {
    if (path !== clientMark) hash.update(`${path}\0`).update(readFileSync(path))
  }
  return hash.digest('hex')
}
