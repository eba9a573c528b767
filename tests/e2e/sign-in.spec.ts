import { expect, test } from '../test.ts'

test('the right password leads to where one wanted to go', async ({ page, demo }) => {
  const { email, password } = demo.users.find(({ role }) => role === 'support')!
  await page.goto('/support?q=RT-0000-0000')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.keyboard.press('Enter')
  await expect(page.getByText('No case for “RT-0000-0000”')).toBeVisible()
})

test('everyone starts where their work is', async ({ page, login }) => {
  for (const [role, heading] of [
    ['reviewer', 'Queue'],
    ['support', 'Support'],
    ['manager', 'Stats'],
  ] as const) {
    await page.context().clearCookies()
    await login(role)
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  }
})

test('a wrong password and an unknown address get the same calm sentence', async ({ page, demo }) => {
  const { email } = demo.users.find(({ role }) => role === 'manager')!
  await page.goto('/sign-in')
  for (const tried of [email, 'nobody@retake.example']) {
    await page.getByRole('textbox', { name: 'E-mail' }).fill(tried)
    await page.getByRole('textbox', { name: 'Password' }).fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'E-mail or password is not right' })).toBeVisible()
  }
})

test('signing in never leads to another site', async ({ page, demo, baseURL }) => {
  const { email, password } = demo.users.find(({ role }) => role === 'support')!
  for (const target of ['https://evil.example/', '//evil.example/', '/\\evil.example/']) {
    await page.context().clearCookies()
    await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(target)}`)
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
    await page.getByRole('textbox', { name: 'Password' }).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Support' })).toBeVisible()
    expect(new URL(page.url()).origin).toBe(new URL(baseURL!).origin)
  }
})

test('signing out ends the session on the server: the old cookie opens nothing', async ({ page, login }) => {
  await login('support')
  await page.goto('/support')
  const cookies = await page.context().cookies()
  await page.getByRole('button', { name: 'Demo support' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await page.context().addCookies(cookies)
  await page.goto('/support')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('a page that is not for one’s role leads to one’s own start page', async ({ page, login }) => {
  await login('support')
  for (const path of ['/stats', '/audit', '/outbox', '/intake', '/settings/users', '/settings/api-clients']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: 'Support' }), path).toBeVisible()
  }
})
