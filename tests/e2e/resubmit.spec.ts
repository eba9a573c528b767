import type { Page } from '@playwright/test'
import { devices } from '@playwright/test'
import { db } from '#lib/db/client'
import { picture } from '../factories.ts'
import { expect, test } from '../test.ts'
import { type ArrangedCase, decidedCase, linkPath } from './arrange.ts'

const { defaultBrowserType: _, ...phone } = devices['Pixel 7']
test.use(phone)

const asked = (page: Page) => page.getByRole('region', { name: 'ID card, front' })

async function newPhoto() {
  return { name: 'new.jpg', mimeType: 'image/jpeg', buffer: (await picture('id_front')).bytes }
}

/** Opens a fresh link in English. */
async function openLink(page: Page): Promise<ArrangedCase> {
  const arranged = await decidedCase('resubmission_requested', ['image_glare'])
  await page.goto(`${await linkPath(arranged)}?lang=en`)
  return arranged
}

test('the link from the mail opens the customer’s own picture with the problem marked, in their language', async ({
  page,
  outbox,
}) => {
  const { email, reference } = await decidedCase('resubmission_requested', ['image_glare'], {
    locale: 'lv',
    spoil: [{ kind: 'glare', amount: 0.8 }],
  })
  const [url] = (await outbox.newestTo(email)).text.match(/http\S+\/resubmit\/\S+/) ?? []
  await page.goto(url!)
  await expect(page.locator('html')).toHaveAttribute('lang', 'lv')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nosūtiet jaunu fotoattēlu')
  const marked = page.getByRole('img', { name: /^Jūsu fotoattēls ar atzīmētu problēmu/ })
  await expect(marked).toBeVisible()
  expect(await marked.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300)
  await expect(page.getByText(reference)).toBeVisible()
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByText('Light is reflected on the document')).toBeVisible()
})

test('the page fits a phone and carries no number, score or internal word', async ({ page }) => {
  await openLink(page)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await expect(page.getByText(/score|threshold|finding|fraud|%/i)).toHaveCount(0)
})

test('only the bad photo is asked for, and sending it makes the next attempt of the same case', async ({ page }) => {
  const { caseId } = await openLink(page)
  await expect(page.getByRole('region')).toHaveCount(1)
  await expect(page.getByText('ID card, back')).toBeVisible()
  await asked(page)
    .locator('input')
    .last()
    .setInputFiles(await newPhoto())
  await expect(asked(page).getByRole('img', { name: 'Your new photo' })).toBeVisible()
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you, we have your photos' })).toBeFocused()
  const attempts = await db().submission.findMany({ where: { caseId }, include: { captures: true } })
  expect(attempts.map(({ attempt }) => attempt).sort()).toEqual([1, 2])
  expect(
    attempts
      .find(({ attempt }) => attempt === 2)!
      .captures.map(({ kind }) => kind)
      .sort(),
  ).toEqual(['id_back', 'id_front'])
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Your photos have already reached us' })).toBeVisible()
})

test('sending without a photo says what is missing and goes there', async ({ page }) => {
  await openLink(page)
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Please add every photo' })).toBeVisible()
  await expect(asked(page).getByRole('button', { name: 'Take a photo' }).first()).toBeFocused()
})

test('a photo that is too large or of another type is told in words, with the limit', async ({ page }) => {
  await openLink(page)
  const input = asked(page).locator('input').last()
  await input.setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(8_400_000) })
  await expect(asked(page).getByRole('alert')).toContainText('This photo has 8.4 MB; we can take up to 8 MB.')
  await input.setInputFiles({ name: 'a.heic', mimeType: 'image/heic', buffer: Buffer.alloc(1000) })
  await expect(asked(page).getByRole('alert')).toContainText('Please choose JPG or PNG.')
})

test('a photo the door refuses is told at its place, and another one can be sent', async ({ page }) => {
  await openLink(page)
  const broken = {
    name: 'a.jpg',
    mimeType: 'image/jpeg',
    buffer: (await picture('id_front')).bytes.subarray(0, 30_000),
  }
  await asked(page).locator('input').last().setInputFiles(broken)
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(asked(page).getByRole('alert')).toContainText('The file is damaged or locked.')
  await asked(page)
    .locator('input')
    .last()
    .setInputFiles(await newPhoto())
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you, we have your photos' })).toBeVisible()
})

test('a lost connection is told, tried again by itself, and makes one attempt only', async ({ page }) => {
  const { caseId } = await openLink(page)
  const keys: (string | undefined)[] = []
  await page.route('**/api/resubmit/*', async (route) => {
    keys.push(route.request().headers()['idempotency-key'])
    if (keys.length < 3) return route.abort('connectionreset')
    return route.continue()
  })
  await asked(page)
    .locator('input')
    .last()
    .setInputFiles(await newPhoto())
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'The connection was lost. Trying again' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Thank you, we have your photos' })).toBeVisible()
  expect(new Set(keys).size).toBe(1)
  expect(await db().submission.count({ where: { caseId } })).toBe(2)
})

test('an answer that got lost on the way does not ask for the photos again', async ({ page }) => {
  const { caseId } = await openLink(page)
  let tries = 0
  await page.route('**/api/resubmit/*', async (route) => {
    tries += 1
    if (tries > 1) return route.continue()
    await route.fetch()
    return route.abort('connectionreset')
  })
  await asked(page)
    .locator('input')
    .last()
    .setInputFiles(await newPhoto())
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { name: /Thank you|already reached us/ })).toBeVisible()
  expect(await db().submission.count({ where: { caseId } })).toBe(2)
})

test('an expired link and one we never made say what to do', async ({ page }) => {
  const arranged = await decidedCase('resubmission_requested', ['image_glare'], { locale: 'lv' })
  const path = await linkPath(arranged)
  await db().resubmissionLink.updateMany({
    where: { submissionId: arranged.submissionId },
    data: { expiresAt: new Date(Date.now() - 1000) },
  })
  await page.goto(path)
  await expect(page.getByRole('heading', { name: 'Šī saite vairs nav derīga' })).toBeVisible()
  await expect(page.getByText(arranged.reference)).toBeVisible()
  await page.goto('/resubmit/nothing-of-ours')
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
})
