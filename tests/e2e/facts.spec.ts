import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { db } from '#lib/db/client'
import { writeNote } from '#lib/operations/write-note'
import { makeClient, makeSubmission, makeUser, metadata, picture, withoutChecks } from '../factories.ts'
import { expect } from '../test.ts'
import { test } from './desk.ts'

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

test('a reading is corrected by keyboard, and stands there as corrected', async ({ workspace, reviewer, send }) => {
  const sent = await send()
  await workspace.open(sent.id)
  const { page } = workspace
  await page.getByRole('tab', { name: 'Findings' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Correct: Date of birth' }).press('Enter')
  await page.keyboard.type('12.3.1990')
  await page.keyboard.press('Enter')
  await expect(page.getByText('A date like 1990-03-12')).toBeVisible()
  await page.getByLabel('Date of birth on the document').fill('1990-03-12')
  await page.keyboard.press('Enter')
  const fields = page.getByRole('list', { name: 'Fields of the document' })
  await expect(fields).toContainText(`By ${reviewer.name}`)
  await expect(page.getByText('by the corrected date')).toBeVisible()
  await expectAccessible(page)
})

test('a note names a colleague, who finds it by the count at the user menu', async ({ workspace, colleague, send }) => {
  const sent = await send()
  const other = colleague.workspace.page
  await other.goto('/mentions')
  await expect(other.getByText('Nobody has named you yet')).toBeVisible()
  await workspace.open(sent.id)
  const { page } = workspace
  await page.getByRole('tab', { name: 'Notes' }).click()
  await page.getByLabel('Note for colleagues').pressSequentially(`Look at this, @${colleague.actor.name.slice(0, 12)}`)
  await expect(page.getByRole('option', { name: colleague.actor.name })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Add note' }).click()
  await expect(page.getByRole('list', { name: 'Notes' })).toContainText(`Look at this, @${colleague.actor.name}`)
  await expect(other.getByRole('list', { name: 'Mentions' })).toContainText('Unread', { timeout: 20_000 })
  await other.getByRole('link', { name: sent.reference }).click()
  await expect(other.getByRole('list', { name: 'Notes' })).toContainText('Look at this')
  await expect.poll(() => db().mention.count({ where: { userId: colleague.actor.id, readAt: null } })).toBe(0)
})

test('the same picture in another case is shown beside this one once it is asked for, and the look is logged', async ({
  workspace,
  reviewer,
}) => {
  const client = await makeClient({ checks: { ...withoutChecks, 'duplicate-capture': { enabled: true } } })
  const files = [await picture('id_front')]
  const other = await makeSubmission({ client, files })
  const statusOf = async (id: string) => (await db().submission.findUniqueOrThrow({ where: { id } })).status
  await expect.poll(() => statusOf(other.submissionId), { timeout: 45_000 }).toBe('ready_for_review')
  const own = await makeSubmission({ client, files, metadata: metadata() })
  await expect.poll(() => statusOf(own.submissionId), { timeout: 45_000 }).toBe('ready_for_review')
  await workspace.open(own.submissionId)
  const { page } = workspace
  await workspace.show('History')
  await page.getByRole('button', { name: new RegExp(`^Compare with .*${other.caseReference}`) }).click()
  const dialog = page.getByRole('dialog', { name: 'Side by side' })
  await dialog.getByRole('button', { name: 'Show pictures' }).click()
  await expect(dialog.getByRole('img', { name: new RegExp(other.caseReference) })).toBeVisible()
  await expectAccessible(page)
  const looks = { submissionId: other.submissionId, actorId: reviewer.id }
  await expect
    .poll(async () => (await db().auditEvent.findMany({ where: looks })).map(({ type }) => type))
    .toEqual(expect.arrayContaining(['pictures.shown', 'capture.viewed']))
})

test('a long history is narrowed and read back page by page', async ({ workspace, reviewer, send }) => {
  const sent = await send()
  const author = await makeUser()
  for (let count = 0; count < 55; count++) {
    await writeNote(author, { submissionId: sent.id, body: `Note ${count}`, mentionedIds: [] })
  }
  await workspace.open(sent.id)
  const { page } = workspace
  await workspace.show('History')
  const timeline = page.getByRole('list', { name: 'Timeline' })
  await expect(timeline).toContainText('Note written')
  await page.getByRole('button', { name: 'Show earlier events' }).click()
  await expect(timeline).toContainText('Attempt 1 received')
  await page.getByLabel('Show in the timeline').selectOption('work')
  await expect(timeline).toContainText(`Claimed by ${reviewer.name}`)
  await expect(timeline).not.toContainText('Note written')
  await expectAccessible(page)
})
