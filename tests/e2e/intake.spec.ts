import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { makeSpecimen } from '#specimens/make-specimen'
import { expect, test } from '../test.ts'

const photo = async (kind: 'passport_page' | 'selfie') => ({
  name: `${kind}.jpg`,
  mimeType: 'image/jpeg',
  buffer: (await makeSpecimen({ seed: 'intake', kind, widthPx: 1200 })).bytes,
})

const slot = (page: Page, name: string) => page.getByRole('region', { name })

async function fillCustomer(page: Page, externalId: string) {
  await page.getByRole('textbox', { name: 'Client’s id of the customer' }).fill(externalId)
  await page.getByRole('textbox', { name: 'E-mail' }).fill(`${externalId}@example.com`)
  await page.getByRole('combobox', { name: 'Issuing country' }).selectOption('UTO')
}

test('the chosen document says which captures are wanted', async ({ page, login }) => {
  await login('reviewer')
  await page.goto('/intake')
  await expect(slot(page, 'Passport, data page')).toBeVisible()
  await page.getByRole('radio', { name: 'ID card' }).check()
  for (const name of ['ID card, front', 'ID card, back', 'Selfie']) await expect(slot(page, name)).toBeVisible()
  await expect(slot(page, 'Passport, data page')).toHaveCount(0)
})

test('what is missing is said beside each field, before anything is sent', async ({ page, login }) => {
  await login('reviewer')
  await page.goto('/intake')
  await page.getByRole('textbox', { name: 'E-mail' }).fill('nobody')
  await page.getByRole('button', { name: 'Send for review' }).click()
  await expect(page.getByRole('textbox', { name: 'Client’s id of the customer' })).toHaveAccessibleDescription(
    /Is needed/,
  )
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveAccessibleDescription(/email/i)
  await expect(page.getByRole('combobox', { name: 'Issuing country' })).toHaveAccessibleDescription(/Is needed/)
  await expect(page.getByText('Add at least one photo.')).toBeVisible()
})

test('two customers in a row are taken in, each with a link to its submission', async ({ page, login }) => {
  await login('reviewer')
  await page.goto('/intake')
  for (const round of [1, 2]) {
    await fillCustomer(page, `intake-${randomUUID().slice(0, 8)}`)
    await slot(page, 'Passport, data page')
      .locator('input')
      .setInputFiles(await photo('passport_page'))
    await slot(page, 'Selfie')
      .locator('input')
      .setInputFiles(await photo('selfie'))
    await page.getByRole('button', { name: 'Send for review' }).click()
    await expect(page.getByRole('status').getByRole('link', { name: /^RT-/ })).toHaveCount(round)
    await expect(page.getByRole('textbox', { name: 'Client’s id of the customer' })).toBeFocused()
    await expect(page.getByRole('combobox', { name: 'Issuing country' })).toHaveValue('UTO')
  }
  const link = page.getByRole('status').getByRole('link', { name: /^RT-/ }).first()
  expect(await link.getAttribute('href')).toMatch(/^\/review\/[0-9a-f-]{36}$/)
})

test('a file the door refuses is told at its place, and the rest stays as it was', async ({ page, login }) => {
  const externalId = `intake-${randomUUID().slice(0, 8)}`
  await login('reviewer')
  await page.goto('/intake')
  await fillCustomer(page, externalId)
  await slot(page, 'Selfie')
    .locator('input')
    .setInputFiles(await photo('selfie'))
  const broken = { name: 'page.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('GIF89a and nothing else of use') }
  await slot(page, 'Passport, data page').locator('input').setInputFiles(broken)
  await page.getByRole('button', { name: 'Send for review' }).click()
  await expect(slot(page, 'Passport, data page').getByRole('alert')).toContainText('please send JPG or PNG')
  await expect(page.getByRole('textbox', { name: 'Client’s id of the customer' })).toHaveValue(externalId)
  await expect(slot(page, 'Selfie').getByRole('img')).toBeVisible()
})

test('a file that plainly can’t be taken is turned away without being sent', async ({ page, login }) => {
  await login('reviewer')
  await page.goto('/intake')
  const large = { name: 'large.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(8_000_001) }
  await slot(page, 'Selfie').locator('input').setInputFiles(large)
  await expect(slot(page, 'Selfie').getByRole('alert')).toContainText('up to 8 MB')
})
