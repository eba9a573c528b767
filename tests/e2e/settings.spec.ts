import { randomUUID } from 'node:crypto'
import { expect, test } from '../test.ts'

test('a saved wording is a new version, in force at once, and the old one can be taken up again', async ({
  page,
  login,
}) => {
  const advice = `Hold the phone still, says ${randomUUID()}.`
  await login('manager')
  await page.goto('/settings/reasons?locale=en')
  await page.getByRole('link', { name: 'Light from behind' }).click()
  await page.getByRole('textbox', { name: 'Advice' }).fill(advice)
  await expect(page.getByRole('region', { name: 'Message to the customer' })).toContainText(advice)
  await page.getByRole('button', { name: 'Save as new version' }).click()
  const versions = page.getByRole('list', { name: 'Versions' }).getByRole('listitem')
  await expect(versions.first()).toContainText('In force')
  await expect(versions.first()).toContainText('by Demo manager')
  await versions.last().getByRole('button', { name: 'Use this text' }).click()
  await expect(page.getByRole('textbox', { name: 'Advice' })).not.toHaveValue(advice)
})

test('a wording somebody else saved meanwhile is not overwritten, and nothing typed is lost', async ({
  page,
  login,
  browser,
}) => {
  await login('manager')
  const path = '/settings/reasons/image_shadow?locale=lv'
  await page.goto(path)
  const other = await browser.newContext({ storageState: await page.context().storageState() })
  const theirs = await other.newPage()
  await theirs.goto(path)
  await theirs.getByRole('textbox', { name: 'Title' }).fill(`Ēna ${randomUUID()}`)
  await theirs.getByRole('button', { name: 'Save as new version' }).click()
  await expect(theirs.getByText(/^Version \d+ is in force$/)).toBeVisible()
  await other.close()

  await page.getByRole('textbox', { name: 'Title' }).fill('Mans teksts')
  await page.getByRole('button', { name: 'Save as new version' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'was saved meanwhile' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Mans teksts')
  await expect(page.getByRole('list', { name: 'Versions' })).toContainText('Ēna')
})

test('support reads wordings and can’t change them', async ({ page, login }) => {
  await login('support')
  await page.goto('/settings/reasons/image_glare')
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveAttribute('readonly')
  await expect(page.getByRole('button', { name: 'Save as new version' })).toHaveCount(0)
  await expect(page.getByRole('navigation', { name: 'Settings' }).getByRole('link')).toHaveText(['Wordings', 'Keys'])
})

test('an invited colleague can sign in until access is withdrawn', async ({ page, login, browser }) => {
  const name = `Colleague ${randomUUID().slice(0, 8)}`
  const email = `${name.replace(' ', '-').toLowerCase()}@retake.example`
  await login('admin')
  await page.goto('/settings/users')
  await page.getByRole('button', { name: 'Invite' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill(email)
  await dialog.getByRole('combobox', { name: 'Role' }).selectOption('manager')
  await dialog.getByRole('textbox', { name: 'First password' }).fill('too short')
  await dialog.getByRole('button', { name: 'Make one' }).click()
  const password = await dialog.getByRole('textbox', { name: 'First password' }).inputValue()
  await dialog.getByRole('button', { name: 'Invite' }).click()
  const row = page.getByRole('row').filter({ hasText: email })
  await expect(row).toContainText('Manager')

  const theirs = await (await browser.newContext()).newPage()
  await theirs.goto('/sign-in')
  await theirs.getByRole('textbox', { name: 'E-mail' }).fill(email)
  await theirs.getByRole('textbox', { name: 'Password' }).fill(password)
  await theirs.getByRole('button', { name: 'Sign in' }).click()
  await expect(theirs.getByRole('heading', { level: 1, name: 'Stats' })).toBeVisible()

  await row.getByRole('button', { name: `Change role of ${name}` }).click()
  await page.getByRole('dialog').getByRole('combobox', { name: 'Role' }).selectOption('support')
  await page.getByRole('dialog').getByRole('button', { name: 'Change role' }).click()
  await expect(row).toContainText('Support')
  await theirs.reload()
  await expect(theirs.getByRole('heading', { level: 1, name: 'Support' })).toBeVisible()

  await row.getByRole('button', { name: `Disable ${name}` }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw access' }).click()
  await expect(row).toContainText('Disabled')
  await theirs.reload()
  await expect(theirs.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await theirs.context().close()
})

test('nobody changes their own access', async ({ page, login }) => {
  await login('admin')
  await page.goto('/settings/users')
  const own = page.getByRole('row').filter({ hasText: 'admin@retake.example' })
  await expect(own).toContainText('You')
  await expect(own.getByRole('button')).toHaveCount(0)
})

test('a key is shown once, works, and is refused as soon as it is revoked', async ({
  page,
  login,
  playwright,
  baseURL,
}) => {
  const name = `Client ${randomUUID().slice(0, 8)}`
  await login('admin')
  await page.goto('/settings/api-clients')
  await page.getByRole('button', { name: 'New key' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Client' }).fill(name)
  await dialog.getByRole('button', { name: 'Make the key' }).click()
  const key = await dialog.getByRole('status').filter({ hasText: /^rtk_/ }).textContent()
  await dialog.getByRole('button', { name: 'I have copied it' }).click()
  await expect(page.getByText(key!)).toHaveCount(0)

  const request = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { Authorization: `Bearer ${key}` } })
  const ask = async () => (await request.get('/api/v1/submissions/00000000-0000-7000-8000-000000000000')).status()
  expect(await ask()).toBe(404)
  await page.getByRole('button', { name: `Revoke the key of ${name}` }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke key' }).click()
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('Revoked')
  expect(await ask()).toBe(401)
  await request.dispose()
})

test('a name that is taken is refused beside the button and what was typed stays', async ({ page, login }) => {
  await login('admin')
  await page.goto('/settings/api-clients')
  await page.getByRole('button', { name: 'New key' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Client' }).fill('Demo exchange')
  await dialog.getByRole('button', { name: 'Make the key' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('There is already an API client of this name.')
  await expect(dialog.getByRole('textbox', { name: 'Client' })).toHaveValue('Demo exchange')
})

test('policies in force are told in words', async ({ page, login }) => {
  await login('manager')
  await page.goto('/settings/policies')
  await expect(page.getByRole('heading', { name: 'Camera photos' }).first()).toBeVisible()
  await expect(page.getByText('100 KB to 8 MB').first()).toBeVisible()
})
