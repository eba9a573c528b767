import { expect, test } from '../test.ts'
import { decidedCase, waitingCase } from './arrange.ts'

test('a case is found by its reference as people type it, by e-mail and by the client’s id', async ({
  page,
  login,
}) => {
  const found = await waitingCase()
  await login('support')
  for (const q of [found.reference.toLowerCase().replaceAll('-', ' '), found.email, found.externalId]) {
    await page.goto('/support')
    await page.getByRole('searchbox', { name: 'Find a case' }).fill(q)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText(found.reference)
  }
  await expect(page.getByText('Waits for review. Nothing for the customer to do.')).toBeVisible()
})

test('nothing found says so and keeps what was typed', async ({ page, login }) => {
  await login('support')
  await page.goto('/support?q=RT-0000-0000')
  await expect(page.getByText('No case for “RT-0000-0000”')).toBeVisible()
  await expect(page.getByRole('searchbox', { name: 'Find a case' })).toHaveValue('RT-0000-0000')
})

test('a ready answer stands there in the customer’s language, with what it says in English', async ({
  page,
  login,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { caseId } = await decidedCase('resubmission_requested', ['image_glare'], { locale: 'lv' })
  await login('support')
  await page.goto(`/support/${caseId}`)
  await expect(page.getByText('The customer has to send a new photo through their link.')).toBeVisible()
  await page.getByRole('button', { name: 'Copy answer' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Mums vajadzīgs jauns fotoattēls')
  await page.getByText('What it says, in English').click()
  await expect(page.getByText('We need a new photo from you.', { exact: false })).toBeVisible()
})

test('a case shows support no picture', async ({ page, login }) => {
  const { caseId } = await decidedCase('resubmission_requested', ['image_glare'])
  await login('support')
  const pictures: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/captures/')) pictures.push(request.url())
  })
  await page.goto(`/support/${caseId}`)
  await expect(page.getByRole('heading', { name: 'Ready answer' })).toBeVisible()
  await expect(page.getByRole('img')).toHaveCount(0)
  expect(pictures).toEqual([])
})

test('a new link is made after asking, works, and ends the one before', async ({ page, login, outbox }) => {
  const { caseId, email } = await decidedCase('resubmission_requested', ['image_glare'])
  const [before] = (await outbox.newestTo(email)).text.match(/http\S+\/resubmit\/\S+/) ?? []
  await login('support')
  await page.goto(`/support/${caseId}`)
  await page.getByRole('button', { name: 'New link' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Make a new link' }).click()
  const link = page.getByRole('status').filter({ hasText: '/resubmit/' })
  await expect(link).toBeVisible()
  const fresh = await link.textContent()
  await page.goto(fresh!)
  await expect(page.getByRole('heading', { name: 'Send a new photo' })).toBeVisible()
  await page.goto(before!)
  await expect(page.getByRole('heading', { name: 'This link is no longer valid' })).toBeVisible()
})

test('an internal reason is told neutrally and by no other name', async ({ page, login }) => {
  const { caseId } = await decidedCase('rejected', ['doc_fake'])
  await login('support')
  await page.goto(`/support/${caseId}`)
  await expect(page.getByText('We could not complete the verification').first()).toBeVisible()
  await expect(page.getByText(/forged|fake/i)).toHaveCount(0)
})

test('a case that does not exist is told apart from nothing', async ({ page, login }) => {
  await login('support')
  for (const id of ['00000000-0000-7000-8000-000000000000', 'no-id']) {
    await page.goto(`/support/${id}`)
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  }
})
