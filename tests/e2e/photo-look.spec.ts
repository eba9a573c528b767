import type { Page } from '@playwright/test'
import { devices } from '@playwright/test'
import type { SpoilOptions } from '#specimens/spoil'
import { picture } from '../factories.ts'
import { expect, test } from '../test.ts'
import { decidedCase, linkPath } from './arrange.ts'

// What the customer is told of a new photo on their own device, before it is sent.

const { defaultBrowserType: _, ...phone } = devices['Pixel 7']
test.use(phone)

const asked = (page: Page) => page.getByRole('region', { name: 'ID card, front' })
const told = (page: Page) => asked(page).getByRole('status')

async function openLink(page: Page, language = 'en'): Promise<void> {
  await page.goto(`${await linkPath(await decidedCase('resubmission_requested', ['image_glare']))}?lang=${language}`)
}

async function choose(page: Page, ...spoil: SpoilOptions[]): Promise<void> {
  const buffer = (await picture('id_front', ...spoil)).bytes
  await page.locator('#id_front input').last().setInputFiles({ name: 'new.jpg', mimeType: 'image/jpeg', buffer })
}

async function sendsAllTheSame(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you, we have your photos' })).toBeVisible()
}

test('a blurred photo is called so before anything is sent, and can be sent as it is', async ({ page }) => {
  await openLink(page)
  const sent: string[] = []
  page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()))
  await choose(page, { kind: 'defocus', amount: 0.7 })
  await expect(told(page)).toContainText('The photo is blurred')
  await expect(told(page)).toContainText('Wipe the lens')
  await expect(told(page)).toContainText('You can take another one, or send it as it is.')
  expect(sent).toEqual([])
  await sendsAllTheSame(page)
})

test('a sharp photo looks good, also in place of a blurred one, and in the customer’s language', async ({ page }) => {
  await openLink(page, 'lv')
  await choose(page, { kind: 'defocus', amount: 0.7 })
  const status = page.locator('#id_front').getByRole('status')
  await expect(status).toContainText('Fotoattēls ir neskaidrs')
  await choose(page)
  await expect(status).toHaveText('Izskatās labi. Gatavs sūtīšanai.')
})

test('nothing is loaded for looking before a photo is chosen, and where that fails the photo is sent unseen', async ({
  page,
}) => {
  const workers: string[] = []
  page.on('worker', (worker) => workers.push(worker.url()))
  await openLink(page)
  await page.waitForLoadState('networkidle')
  expect(workers).toEqual([])
  const refused: string[] = []
  await page.route('**/_next/static/**', (route) => {
    refused.push(route.request().url())
    return route.abort()
  })
  await choose(page, { kind: 'defocus', amount: 0.7 })
  await expect(told(page)).toHaveText('Your new photo: Ready to send')
  expect(refused).not.toEqual([])
  await sendsAllTheSame(page)
})
