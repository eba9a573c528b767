import { existsSync } from 'node:fs'
import { defineConfig, devices } from '@playwright/test'

const debian = '/usr/bin/chromium'

/** Nothing but what is asked for leaves the browser, and it runs as root in a container. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Run by `npm test` and `npm run e2e`, which start the server and say where it is. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Generous: a browser on a busy machine is slow, and no test is about time.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.APP_ORIGIN,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Every test would be slower with a trace; a picture of the page says most of what went wrong. TRACE=1 has one.
    screenshot: 'only-on-failure',
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    launchOptions: { executablePath: existsSync(debian) ? debian : undefined, args: quiet },
  },
})
