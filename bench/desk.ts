/**
 * `npm run bench:desk [-- --rounds 20]`: the reviewer's desk in a real browser, on the production build with a database of its
 * own. Keys to a decision, the time from a decision to the next picture with and without fetching ahead, how soon interactions
 * paint, how smoothly 12 megapixels move under all overlays, and how much script a first visit loads.
 */
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Browser, chromium, type Page } from '@playwright/test'
import { closeDb } from '#lib/db/client'
import { readSettings } from '#lib/env'
import { stopBoss } from '#lib/jobs/queue'
import playwrightConfig from '../playwright.config.ts'
import { freePort } from '../prisma/embedded/free-port.ts'
import { startEmbedded } from '../prisma/embedded/server.ts'
import { temporaryDataFolder } from '../prisma/embedded/temporary-data-folder.ts'
import { migrate } from '../prisma/migrate.ts'
import { seedFoundations } from '../prisma/seed/foundations.ts'
import { environmentFor } from '../scripts/environment.ts'
import { serve } from '../scripts/serve.ts'
import { buildWeb, isBuildStale } from '../scripts/up-to-date.ts'
import { readDemo } from '../scripts/way-in.ts'
import { decideLoop } from './desk/decide-loop.ts'
import { fillDesk } from './desk/fill-desk.ts'
import { firstLoadKilobytes } from './desk/first-load.ts'
import { printBound, printTimes } from './desk/table.ts'
import { zoomAndPan } from './desk/zoom-and-pan.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } })
const rounds = Number(values.rounds)

if (isBuildStale()) await buildWeb()
const dataDir = temporaryDataFolder()
const database = await startEmbedded(dataDir, { forgetful: true })
try {
  const port = await freePort()
  const settings = readSettings({ RETAKE_DATA_DIR: dataDir, PORT: String(port), RETAKE_DEMO: '1' })
  Object.assign(process.env, environmentFor(settings, database.url))
  await migrate(database.url)
  await seedFoundations()
  const served = await serve(environmentFor(settings, database.url), port, { output: 'kept' })
  const browser = await chromium.launch(playwrightConfig.use?.launchOptions)
  try {
    console.log('Photographing and checking what waits on the desk, a minute or two …\n')
    const { largeId } = await fillDesk(2 * rounds + 8)
    await measure(browser, settings.appOrigin, largeId)
  } finally {
    await browser.close()
    await served.stop()
  }
} finally {
  await stopBoss()
  await closeDb()
  await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

async function measure(browser: Browser, origin: string, largeId: string): Promise<void> {
  const page = await signedIn(browser, origin)
  for (const path of ['/queue', `/review/${largeId}`]) {
    printBound(`first-load script of ${path.split('/')[1]}, KB gzip`, await firstLoadKilobytes(page.request, path), 250)
  }
  await page.goto(`/review/${largeId}`)
  await page.getByText('Held by you').waitFor()
  await page.waitForTimeout(2_000)
  const { zoom, pan, megapixels, regions } = await zoomAndPan(page)
  console.log(`\n${megapixels.toFixed(1)} megapixels, ${regions} regions on them`)
  printBound('zoom, frames a second', zoom.framesPerSecond, 55, 'at least')
  printBound('pan, frames a second', pan.framesPerSecond, 55, 'at least')
  await page.context().close()

  const desk = await signedIn(browser, origin)
  const { ahead, without, keys, interactions } = await decideLoop(desk, rounds)
  console.log(`\nms${' '.repeat(58)}n      p50      p95`)
  printTimes('decision key to next picture, fetched ahead (p95 ≤ 300)', ahead)
  printTimes('the same, nothing fetched ahead', without)
  printTimes('interaction to next paint (p95 ≤ 100)', interactions)
  printBound('\nkeys from an opened case to decided', keys, 3)
}

async function signedIn(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const { email, password } = readDemo(dataDir)!.users.find(({ role }) => role === 'reviewer')!
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json()
  await page.request.post('/api/auth/callback/credentials', { form: { csrfToken, email, password, json: 'true' } })
  return page
}
