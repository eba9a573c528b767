import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import type { Settings } from '#lib/env'
import { SettingError } from '#lib/setting-error'
import playwrightConfig from '../../playwright.config.ts'
import { type Demo, readDemo } from '../way-in.ts'
import { type Shot, shots } from './pages.ts'

const desktop = { viewport: { width: 1440, height: 900 } }
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }

/** Saves all pages in both themes into the first folder, and the README's into the second where there is one. */
export async function capture({ appOrigin, dataDir }: Settings, [folder = '', readmeFolder]: string[]): Promise<void> {
  const demo = readDemo(dataDir)
  if (!demo)
    throw new SettingError(`There is no demo in ${dataDir}: pages can only be shown with made-up people in them.`)
  const browser = await chromium.launch(playwrightConfig.use?.launchOptions)
  try {
    for (const shot of shots) {
      for (const theme of ['light', 'dark'] as const) {
        const file = join(folder, `${shot.name}-${theme}.png`)
        await save(browser, { baseURL: appOrigin, theme, demo, shot, file })
        // A third of the size with 256 colours, which screenshots hardly show.
        if (readmeFolder && shot.readme && theme === 'light') {
          await sharp(file)
            .png({ palette: true, effort: 10 })
            .toFile(join(readmeFolder, `${shot.readme}.png`))
        }
        console.log(file)
      }
    }
  } finally {
    await browser.close()
  }
}

interface SaveOptions {
  baseURL: string
  theme: 'light' | 'dark'
  demo: Demo
  shot: Shot
  file: string
}

async function save(browser: Browser, { baseURL, theme, demo, shot, file }: SaveOptions): Promise<void> {
  const size = shot.phone ? phone : desktop
  const context = await browser.newContext({
    ...size,
    baseURL,
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  })
  const page = await context.newPage()
  if (shot.role) await signIn(page, demo, shot.role)
  await shot.open(page)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await settled(page)
  await page.screenshot({ path: file, fullPage: shot.phone ?? false })
  await context.close()
}

async function signIn(page: Page, demo: Demo, role: string): Promise<void> {
  const user = demo.users.find((candidate) => candidate.role === role)
  if (!user) throw new SettingError(`The demo has no ${role}.`)
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json()
  const form = { csrfToken, email: user.email, password: user.password, json: 'true' }
  await page.request.post('/api/auth/callback/credentials', { form })
}

/** Waits for pictures and fonts; the page's own clock and live connection never rest. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})))
    await new Promise((resolve) => setTimeout(resolve, 500))
  })
}
