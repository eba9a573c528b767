import { join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import type { Settings } from '#lib/env'
import { SettingError } from '#lib/setting-error'
import playwrightConfig from '../../playwright.config.ts'
import { type Demo, readDemo } from '../way-in.ts'
import { type Shot, shots } from './pages.ts'

const secondReviewer = 'reviewer2@retake.example'
const desktop = { viewport: { width: 1440, height: 900 } }
const tablet = { viewport: { width: 1024, height: 768 }, hasTouch: true }
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
        const place = { baseURL: appOrigin, theme, demo, shot }
        await save(browser, { ...place, size: shot.phone ? phone : desktop, file })
        if (shot.tablet)
          await save(browser, { ...place, size: tablet, file: join(folder, `${shot.name}-1024-${theme}.png`) })
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
  size: BrowserContextOptions
  file: string
}

async function save(browser: Browser, { baseURL, theme, demo, shot, size, file }: SaveOptions): Promise<void> {
  const look = { ...size, baseURL, colorScheme: theme, reducedMotion: 'reduce', locale: 'en-GB' } as const
  const opened: BrowserContext[] = []
  const openPage = async (email?: string) => {
    const context = await browser.newContext(look)
    opened.push(context)
    const page = await context.newPage()
    if (email) await signIn(page, demo, email)
    return page
  }
  try {
    const page = await openPage(demo.users.find(({ role }) => role === shot.role)?.email)
    await shot.open(page, () => openPage(secondReviewer))
    // Not by its role: behind an open dialog it has none.
    await page.locator('h1').first().waitFor()
    await settled(page)
    await page.screenshot({ path: file, fullPage: shot.phone ?? false })
  } finally {
    for (const context of opened) await context.close()
  }
}

async function signIn(page: Page, demo: Demo, email: string): Promise<void> {
  const user = demo.users.find((candidate) => candidate.email === email)
  if (!user) throw new SettingError(`The demo has no ${email}.`)
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
