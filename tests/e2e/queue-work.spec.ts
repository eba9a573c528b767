import type { Page } from '@playwright/test'
import { db } from '#lib/db/client'
import { checked, expect, test } from './desk.ts'
import { ReviewWorkspace } from './review-workspace.ts'

const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })
const dialog = (page: Page) => page.getByRole('dialog')

/** Presses a key until its dialog opens: a page is to be seen before its script has come. */
async function openBy(page: Page, key: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key)
    await expect(dialog(page)).toBeVisible({ timeout: 3000 })
  }).toPass()
}

test('a skipped submission makes way for the next one, and the reason is kept', async ({
  page,
  workspace,
  send,
  sendUrgent,
  reviewer,
}) => {
  const [sent, next] = [await send(), await sendUrgent()]
  await workspace.open(sent.id)
  await openBy(page, 's')
  await dialog(page).getByRole('combobox').selectOption('I know this person')
  await dialog(page).getByRole('button', { name: 'Skip and open the next' }).click()
  await expect(workspace.heading(next.reference)).toBeVisible()
  expect(await db().skip.findMany({ where: { userId: reviewer.id } })).toMatchObject([
    { submissionId: sent.id, reason: 'knows_customer' },
  ])
})

test('a submission handed over shows the colleague whose it is and why', async ({
  page,
  workspace,
  send,
  sendUrgent,
  colleague,
}) => {
  const [sent, next] = [await send(), await sendUrgent()]
  await workspace.open(sent.id)
  await openBy(page, 'Shift+H')
  await dialog(page).getByRole('combobox').selectOption(colleague.actor.name)
  await dialog(page).getByRole('textbox', { name: 'Note' }).fill('You read Latvian')
  await dialog(page).getByRole('button', { name: 'Hand over and open the next' }).click()
  await expect(workspace.heading(next.reference)).toBeVisible()
  await colleague.workspace.open(sent.id)
  const note = colleague.workspace.page.getByRole('note', { name: 'Passed on' })
  await expect(note).toContainText('Assigned to you')
  await expect(note).toContainText('You read Latvian')
})

test('a selection is snoozed: it leaves the list and is found among what is snoozed', async ({ page, send }) => {
  const sent = await send()
  await page.goto(`/queue?q=${sent.externalId}`)
  await page.getByRole('checkbox', { name: `Select ${sent.reference}` }).check()
  await page.getByRole('button', { name: 'Snooze…' }).click()
  await dialog(page).getByRole('button', { name: 'Snooze' }).click()
  await expect(page.getByText('1 submission snoozed.')).toBeVisible()
  await page.goto(`/queue?q=${sent.externalId}`)
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await page.goto(`/queue?q=${sent.externalId}&snoozed=only`)
  await expect(row(page, sent.reference)).toContainText('until')
})

test('a selection that fails one check alike is decided as one, once its sample has been opened', async ({
  page,
  context,
  send,
  reviewer,
}) => {
  const sent = [await send({ holder: null, spoil: [{ kind: 'black_and_white' }] })]
  sent.push(await send({ holder: null, spoil: [{ kind: 'black_and_white' }] }))
  const ids = sent.map(({ id }) => id)
  for (const one of sent) await checked(one)
  await db().submission.updateMany({ where: { id: { in: ids } }, data: { assignedToId: reviewer.id } })
  await page.goto('/queue?assigned=me')
  for (const { reference } of sent) await page.getByRole('checkbox', { name: `Select ${reference}` }).check()
  await page.getByRole('button', { name: 'Decide…' }).click()
  const sample = dialog(page).getByRole('region', { name: 'Sample' })
  await expect(dialog(page).getByText('You can decide once every submission')).toBeVisible()
  await expect(dialog(page).getByRole('button', { name: 'Decide all' })).toBeHidden()
  for (const { reference } of sent) {
    const opening = context.waitForEvent('page')
    await sample.getByRole('link', { name: reference }).click()
    const workspace = new ReviewWorkspace(await opening)
    await workspace.ready()
    await expect(workspace.picture).toHaveJSProperty('complete', true)
    await workspace.page.close()
  }
  await sample.getByRole('button', { name: 'Look again' }).click()
  await expect(sample.getByText('Opened', { exact: true })).toHaveCount(2)
  await dialog(page).getByRole('button', { name: 'Decide all' }).click()
  await expect(page.getByText('2 decided.')).toBeVisible()
  const decided = { submissionId: { in: ids }, decidedById: reviewer.id, outcome: 'resubmission_requested' } as const
  expect(await db().decision.count({ where: decided })).toBe(2)
})

test('a view is saved with its filters, shared, and counted', async ({ page, send, colleague }) => {
  const sent = await send()
  const name = `Only ${sent.externalId}`
  await page.goto(`/queue?q=${sent.externalId}`)
  await page.getByRole('button', { name: 'Save as a view' }).click()
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog(page).getByRole('checkbox').check()
  await dialog(page).getByRole('button', { name: 'Save the view' }).click()
  const counted = new RegExp(`${name}\\s*1$`)
  await expect(page.getByRole('link', { name: counted })).toHaveAttribute('aria-current', 'page')
  const theirs = colleague.workspace.page
  await theirs.goto('/queue')
  await theirs.getByRole('link', { name: counted }).click()
  await expect(row(theirs, sent.reference)).toBeVisible()
})

test('columns are each viewer’s own and stay chosen', async ({ page, send }) => {
  const sent = await send()
  await page.goto(`/queue?q=${sent.externalId}`)
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Client' }).click()
  await expect(page.getByRole('columnheader', { name: 'Client' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('columnheader', { name: 'Client' })).toBeVisible()
  await expect(row(page, sent.reference)).toContainText('client-')
})
