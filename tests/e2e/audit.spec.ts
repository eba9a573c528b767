import { expect, test } from '../test.ts'
import { decidedCase } from './arrange.ts'

test('what happened to a case reads as sentences, newest first, with the details behind', async ({ page, login }) => {
  const { reference } = await decidedCase('rejected', ['doc_damaged'])
  await login('manager')
  await page.goto('/audit')
  await page.getByRole('searchbox', { name: 'Reference of a case' }).fill(reference)
  await page.keyboard.press('Enter')
  await page.waitForURL(/reference=/)
  const entries = page.getByRole('list', { name: 'Entries' }).getByRole('listitem')
  await expect(entries.first()).toContainText('sent the message to the customer')
  await expect(entries.filter({ hasText: 'decided: rejected' })).toHaveCount(1)
  await expect(entries.last()).toContainText('sent a submission')
  await entries.filter({ hasText: 'decided: rejected' }).getByText('decided: rejected').click()
  await expect(entries.getByText('submission.decided')).toBeVisible()
})

test('a type, a person and a day narrow the log, all in the address', async ({ page, login }) => {
  await login('admin')
  await page.goto('/audit?type=user.signed_in')
  const entries = page.getByRole('list', { name: 'Entries' }).getByRole('listitem')
  await expect(entries.first()).toContainText('signed in')
  await expect(entries.filter({ hasNotText: 'signed in' })).toHaveCount(0)
  await page.getByRole('combobox', { name: 'Who' }).selectOption('Demo admin')
  await page.waitForURL(/user=/)
  await expect(entries.filter({ hasNotText: 'Demo admin signed in' })).toHaveCount(0)
  await page.goto('/audit?to=2020-01-01')
  await expect(page.getByText('No entry fits these filters.')).toBeVisible()
  await page.getByRole('link', { name: 'Clear filters' }).click()
  await expect(entries.first()).toBeVisible()
})

test('a refused sign-in is on record', async ({ page, login, demo }) => {
  const { email } = demo.users.find(({ role }) => role === 'support')!
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json()
  const form = { csrfToken, email, password: 'not the password', json: 'true' }
  await page.request.post('/api/auth/callback/credentials', { form })
  await login('manager')
  await page.goto('/audit?type=user.sign_in_failed')
  await expect(page.getByText('Demo support was refused at sign-in').first()).toBeVisible()
})
