import type { Page } from '@playwright/test'
import { db } from '#lib/db/client'
import { checked, expect, test } from './desk.ts'

const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })

test('the queue shows a submission with its document, flags, holder and status', async ({
  page,
  send,
  reviewer: _,
}) => {
  const sent = await send({ spoil: [{ kind: 'black_and_white' }] })
  await checked(sent)
  await page.goto(`/queue?q=${sent.externalId}`)
  const shown = row(page, sent.reference)
  await expect(shown).toContainText('ID card')
  await expect(shown).toContainText('Colour')
  await expect(shown).toContainText('You')
  await expect(shown).toContainText('Ready for review')
  await expect(shown.getByRole('img', { name: 'ID card, front' })).toBeVisible()
})

test('a submission is found by reference, external id and e-mail', async ({ page, send }) => {
  const sent = await send()
  for (const q of [sent.reference.toLowerCase(), sent.externalId, sent.email]) {
    await page.goto('/queue')
    await page.getByRole('searchbox').fill(q)
    await page.getByRole('searchbox').press('Enter')
    await expect(row(page, sent.reference)).toBeVisible()
    await expect(page.getByRole('row')).toHaveCount(2)
  }
})

test('filters live in the address, survive a reload and are cleared together', async ({ page, send }) => {
  const sent = await send()
  await page.goto(`/queue?q=${sent.externalId}`)
  await page.getByRole('combobox', { name: 'Document type' }).selectOption('Passport')
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await expect(page).toHaveURL(/type=passport/)
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'Document type' })).toHaveValue('passport')
  await page.getByRole('search').getByRole('link', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL(/\/queue$/)
  await expect(page.getByRole('combobox', { name: 'Document type' })).toHaveValue('')
})

test('a heading sorts, and sorts the other way round when asked again', async ({ page, send }) => {
  await send()
  await page.goto('/queue')
  const heading = page.getByRole('columnheader', { name: 'Due' })
  await heading.getByRole('link').click()
  await expect(heading).toHaveAttribute('aria-sort', 'ascending')
  await heading.getByRole('link').click()
  await expect(heading).toHaveAttribute('aria-sort', 'descending')
  await expect(page).toHaveURL(/sort=due&dir=desc/)
})

test('keys walk the rows and Enter opens the one in focus', async ({ page, send, workspace }) => {
  const sent = await send()
  await page.goto(`/queue?q=${sent.externalId}`)
  await expect(async () => {
    await workspace.press('j')
    await expect(page.getByRole('link', { name: sent.reference })).toBeFocused({ timeout: 500 })
  }).toPass()
  await workspace.press('Enter')
  await expect(workspace.heading(sent.reference)).toBeVisible()
})

test('checks run again on a selection, and the row tells when they have ended', async ({ page, send }) => {
  const sent = await send()
  await checked(sent)
  await page.goto(`/queue?q=${sent.externalId}`)
  await page.getByRole('checkbox', { name: `Select ${sent.reference}` }).check()
  await page.getByRole('button', { name: 'Run checks again' }).click()
  await expect(page.getByText('Checks run again on 1 submission.')).toBeVisible()
  const finished = () => db().checkRun.count({ where: { submissionId: sent.id, status: 'finished' } })
  await expect.poll(finished, { timeout: 40_000 }).toBe(2)
  await expect(row(page, sent.reference)).toContainText('Ready for review')
})

test('rows that are pointed at stay where they are, and changes wait to be shown', async ({
  page,
  send,
  colleague,
}) => {
  const sent = await send({ holder: null })
  await checked(sent)
  await page.goto(`/queue?q=${sent.externalId}&holder=nobody`)
  await row(page, sent.reference).hover()
  await colleague.workspace.page.goto(`/review/${sent.id}`)
  await colleague.workspace.ready()
  await expect(row(page, sent.reference)).toContainText('No longer in this list')
  await page.getByRole('button', { name: '1 change: show' }).click()
  await expect(page.getByText('Nothing matches')).toBeVisible()
})

test('a submission that arrives appears by itself', async ({ page, send, reviewer: _ }) => {
  await page.goto('/queue?sort=received&dir=desc')
  await expect(page.getByRole('heading', { level: 1, name: 'Queue' })).toBeVisible()
  const sent = await send()
  await expect(row(page, sent.reference)).toBeVisible({ timeout: 20_000 })
})

test('a manager sees the queue without pictures, and nothing to decide with', async ({ page, send, login }) => {
  const sent = await send()
  await login('manager')
  await page.goto(`/queue?q=${sent.externalId}`)
  await expect(row(page, sent.reference)).toContainText('Not shown')
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Review next' })).toHaveCount(0)
})

test('before its script has come the queue filters by a plain form', async ({ page, send }) => {
  const sent = await send()
  await page.route('**/_next/static/**/*.js*', (route) => route.abort())
  await page.goto('/queue')
  await page.getByRole('combobox', { name: 'Holder' }).selectOption('Held by me')
  await page.getByRole('searchbox').fill(sent.externalId)
  await page.getByRole('searchbox').press('Enter')
  await expect(row(page, sent.reference)).toBeVisible()
  await expect(page).toHaveURL(/holder=me/)
})
