import { readFileSync } from 'node:fs'
import { test as base, expect } from '@playwright/test'
import type { Role } from '#lib/domain/permissions'
import { type Demo, demoSchema } from '../scripts/way-in.ts'
import { type Mail, outboxOf } from './setup/outbox.ts'

interface Fixtures {
  /** Signs this test's browser in as the demo's user of a role, without going through the page. */
  login: (role: Role) => Promise<void>
  /** Mails that left the house, as files. */
  outbox: { newestTo: (address: string) => Promise<Mail> }
}

interface WorkerFixtures {
  /** The demo's sign-ins and API key. */
  demo: Demo
  apiKey: string
}

/** Playwright's test with what every test of Retake needs. `npm test` sets RETAKE_DATA_DIR and APP_ORIGIN. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
    async ({}, use) => use(demoSchema.parse(JSON.parse(readFileSync(`${dataDir()}/demo.json`, 'utf8')))),
    { scope: 'worker' },
  ],
  apiKey: [async ({ demo }, use) => use(demo.apiKey), { scope: 'worker' }],
  login: async ({ page, demo }, use) => {
    await use(async (role) => {
      const user = demo.users.find((candidate) => candidate.role === role)
      if (!user) throw new Error(`The demo has no ${role}`)
      const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json()
      const form = { csrfToken, email: user.email, password: user.password, json: 'true' }
      const answer = await page.request.post('/api/auth/callback/credentials', { form })
      expect(answer.ok(), `signing in as ${role}`).toBe(true)
    })
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  outbox: async ({}, use) => use(outboxOf(`${dataDir()}/outbox`)),
})

export { expect }

function dataDir(): string {
  const folder = process.env.RETAKE_DATA_DIR
  if (!folder) throw new Error('Run the browser tests with npm run e2e, which starts what they need.')
  return folder
}
