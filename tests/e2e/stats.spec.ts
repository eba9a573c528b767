import { readFileSync } from 'node:fs'
import { expect, test } from '../test.ts'
import { decidedCase } from './arrange.ts'

test.beforeAll(async () => {
  await decidedCase('resubmission_requested', ['image_glare', 'image_blurry'])
})

test('a manager sees reasons, outcomes and waiting times, each with the table behind it', async ({ page, login }) => {
  await login('manager')
  await page.goto('/stats')
  const reasons = page.getByRole('list', { name: 'Reasons' })
  await expect(reasons.getByRole('listitem').filter({ hasText: 'Glare' })).toBeVisible()
  await page.getByRole('button', { name: 'Table of Reasons', exact: true }).click()
  const table = page.getByRole('table', { name: 'Reasons' })
  await expect(table.getByRole('row').filter({ hasText: 'Glare' }).getByRole('cell').nth(1)).toHaveText(/^[1-9]\d*$/)
  await expect(page.getByRole('heading', { name: 'From receipt to decision' })).toBeVisible()
})

test('filters are part of the address and come back with it', async ({ page, login }) => {
  await login('manager')
  await page.goto('/stats')
  await page.getByRole('combobox', { name: 'Document type' }).selectOption('id_card')
  await page.waitForURL(/type=id_card/)
  await page.getByRole('combobox', { name: 'Period' }).selectOption('7')
  await page.waitForURL(/days=7/)
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'Document type' })).toHaveValue('id_card')
  await expect(page.getByText('Decisions of the last 7 days')).toBeVisible()
  await page.getByRole('link', { name: 'Clear filters' }).click()
  await expect(page.getByRole('combobox', { name: 'Document type' })).toHaveValue('')
})

test('nothing decided says so', async ({ page, login }) => {
  await login('manager')
  await page.goto('/stats?country=ATA')
  await expect(page.getByText('Nothing was decided in this period')).toBeVisible()
})

test('a table comes as CSV and leaves an audit event', async ({ page, login }) => {
  await login('manager')
  await page.goto('/stats?days=7')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'CSV of Reasons', exact: true }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('retake-reasons-7-days.csv')
  const lines = readFileSync(await file.path(), 'utf8')
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')
  expect(lines[0]).toBe('Reason,Decisions')
  expect(lines).toContainEqual(expect.stringMatching(/^Glare,[1-9]\d*$/))
  await page.goto('/audit?type=stats.exported')
  await expect(page.getByText('exported figures: reasons, 7 days').first()).toBeVisible()
})

test('figures are for managers and admins only', async ({ page, login }) => {
  await login('support')
  expect((await page.request.get('/stats/csv/reasons')).status()).toBe(403)
})
