import type { Page } from '@playwright/test'
import { devices } from '@playwright/test'
import { db } from '#lib/db/client'
import { expect, test } from '../test.ts'
import { decidedCase, linkPath } from './arrange.ts'
import { showToCamera, withFakeCamera } from './fake-camera.ts'

// The camera within the customer's page, with a drawn document before a camera that Chromium fakes.

const { defaultBrowserType: _, ...phone } = devices['Pixel 7']
test.use({ ...phone, launchOptions: withFakeCamera, permissions: ['camera'] })

const asked = (page: Page) => page.getByRole('region', { name: 'ID card, front' })
const camera = (page: Page) => page.getByRole('dialog', { name: 'ID card, front' })
const hint = (page: Page) => camera(page).getByRole('status')

async function openCamera(page: Page) {
  const arranged = await decidedCase('resubmission_requested', ['image_glare'])
  await page.goto(`${await linkPath(arranged)}?lang=en`)
  await asked(page).getByRole('button', { name: 'Take a photo' }).click()
  return arranged
}

test('a sharp document before the camera looks good, and its photo is sent and judged', async ({ page }) => {
  await showToCamera('id_front')
  const { caseId } = await openCamera(page)
  await expect(hint(page)).toHaveText('Looks good')
  await camera(page).getByRole('button', { name: 'Take a photo' }).click()
  await expect(camera(page)).toBeHidden()
  await expect(asked(page).getByRole('img', { name: 'Your new photo' })).toBeVisible()
  await expect(asked(page).getByRole('status')).toHaveText('Looks good. Ready to send.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you, we have your photos' })).toBeVisible()
  const newest = () => db().submission.findFirstOrThrow({ where: { caseId, attempt: 2 } })
  await expect.poll(async () => (await newest()).status, { timeout: 45_000 }).toBe('ready_for_review')
  const { currentCheckRun } = await db().submission.findFirstOrThrow({
    where: { caseId, attempt: 2 },
    include: { currentCheckRun: { include: { findings: { where: { capture: { kind: 'id_front' } } } } } },
  })
  const failed = currentCheckRun?.findings.filter(({ outcome }) => outcome === 'fail').map(({ check }) => check)
  expect(failed).toEqual([])
})

test('a blurred document before the camera is called so, and can be photographed all the same', async ({ page }) => {
  await showToCamera('id_front', { kind: 'defocus', amount: 0.7 })
  await openCamera(page)
  await expect(hint(page)).toContainText('The photo is blurred')
  await expect(hint(page)).toContainText('Wipe the lens')
  await camera(page).getByRole('button', { name: 'Take a photo' }).click()
  await expect(asked(page).getByRole('status')).toContainText('The photo is blurred')
})
