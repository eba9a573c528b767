import { expect, test } from '../test.ts'
import { decidedCase, linkPath } from './arrange.ts'

test('an admin reads a message as it was sent, with the link in it', async ({ page, login }) => {
  const arranged = await decidedCase('resubmission_requested', ['image_too_dark'], { locale: 'lv' })
  await login('admin')
  await page.goto('/outbox')
  const message = page.getByRole('list', { name: 'Messages' }).getByRole('listitem').filter({ hasText: arranged.email })
  await expect(message).toContainText('Sent')
  await message.getByText('Mums vajadzīgs jauns fotoattēls').first().click()
  await expect(message).toContainText(await linkPath(arranged))
  await message.getByRole('link', { name: arranged.reference }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(arranged.reference)
})

test('messages can be narrowed by status', async ({ page, login }) => {
  const { email } = await decidedCase('approved')
  await login('admin')
  await page.goto('/outbox')
  await page.getByRole('combobox', { name: 'Status' }).selectOption('failed')
  await page.waitForURL(/status=failed/)
  await expect(page.getByText(email)).toHaveCount(0)
  await page.getByRole('combobox', { name: 'Status' }).selectOption('sent')
  await expect(page.getByText(email)).toBeVisible()
})
