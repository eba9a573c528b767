/**
 * `npm test`: everything that says whether the project is sound, ending with `N passed, N failed`. Names of stages run these
 * alone, and what follows `--` goes to their runner: `npm test -- e2e -- queue`.
 */
import { mkdirSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readSettings } from '#lib/env'
import { freePort } from '../prisma/embedded/free-port.ts'
import { startEmbedded } from '../prisma/embedded/server.ts'
import { temporaryDataFolder } from '../prisma/embedded/temporary-data-folder.ts'
import { migrate } from '../prisma/migrate.ts'
import { runNode, runToEnd } from './child.ts'
import { ensureChromium } from './chromium.ts'
import { bareEnvironment, environmentFor } from './environment.ts'
import { orSayWhy } from './or-say-why.ts'
import { step } from './progress.ts'
import { serve } from './serve.ts'
import { stopAsked } from './stop-asked.ts'
import { add, type Tally, tallyOfExit, tallyOfReport } from './tally.ts'
import { buildWeb, generateClient, isBuildStale, isClientStale } from './up-to-date.ts'

const bin = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  next: 'node_modules/next/dist/bin/next',
  playwright: 'node_modules/@playwright/test/cli.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
}
const results = 'test-results'

const stages: Record<string, (args: string[]) => Promise<Tally>> = {
  lint: async (args) => tallyOfExit(await run([bin.biome, 'check', ...args])),
  types: async (args) => {
    await runNode([bin.next, 'typegen'], bareEnvironment())
    return tallyOfExit(await run([bin.tsc, '--noEmit', ...args]))
  },
  unit: (args) => vitest('unit', args),
  imaging: (args) => vitest('imaging', args),
  integration: (args) => vitest('integration', args),
  e2e,
}

await orSayWhy(async () => {
  const [chosen, runnerArgs] = readArguments(process.argv.slice(2))
  mkdirSync(results, { recursive: true })
  if (chosen.includes('e2e')) await ensureChromium()
  if (isClientStale()) await step('Generating the database client', generateClient)
  const tallies: Tally[] = []
  for (const name of chosen) {
    console.log(`\n── ${name}`)
    tallies.push(await stages[name]!(runnerArgs).catch(countAsFailure))
  }
  const { passed, failed } = add(...tallies)
  console.log(`\n${passed} passed, ${failed} failed`)
  if (failed > 0) process.exitCode = 1
})

function readArguments(args: string[]): [stages: string[], runnerArgs: string[]] {
  const end = args.includes('--') ? args.indexOf('--') : args.length
  const chosen = args.slice(0, end)
  const unknown = chosen.find((name) => !(name in stages))
  if (unknown) throw new Error(`No stage is called ${unknown}; there are ${Object.keys(stages).join(', ')}`)
  return [chosen.length > 0 ? chosen : Object.keys(stages), args.slice(end + 1)]
}

function countAsFailure(error: unknown): Tally {
  stopAsked.throwIfAborted()
  console.error(error instanceof Error ? error.message : error)
  return { passed: 0, failed: 1 }
}

function vitest(project: string, args: string[]): Promise<Tally> {
  const report = join(results, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return counted([bin.vitest, 'run', `--project=${project}`, '--passWithNoTests', ...reporters, ...args], report)
}

/** The production build with the worker beside it, on its own port, database and data folder, driven by a real browser. */
async function e2e(args: string[]): Promise<Tally> {
  if (isBuildStale()) await step('Building the web application, about half a minute', buildWeb)
  const dataDir = temporaryDataFolder()
  const database = await startEmbedded(dataDir, { forgetful: true })
  try {
    const settings = readSettings({ RETAKE_DATA_DIR: dataDir, PORT: String(await freePort()), RETAKE_DEMO: '1' })
    const env = environmentFor(settings, database.url, bareEnvironment())
    await migrate(database.url)
    await runNode(['prisma/seed.ts'], env)
    const log = openSync(join(results, 'server.log'), 'w')
    const served = await step('Starting web and worker', () => serve(env, settings.PORT, { output: log }))
    const tests = counted([bin.playwright, 'test', '--pass-with-no-tests', ...args], join(results, 'e2e.json'), env)
    return await tests.finally(served.stop)
  } finally {
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function counted(args: string[], report: string, env = bareEnvironment()): Promise<Tally> {
  rmSync(report, { force: true })
  return tallyOfReport(report, await run(args, env))
}

async function run(args: string[], env = bareEnvironment()): Promise<number | null> {
  const [code] = await runToEnd(args, env, 'shown')
  return code
}
