import { db } from '#lib/db/client'
import { checked, expect, expireClaim, test } from './desk.ts'

test('what somebody else holds can be looked at and not decided', async ({ workspace, colleague, send }) => {
  const sent = await send({ holder: colleague.actor })
  await workspace.page.goto(`/review/${sent.id}`)
  await expect(workspace.decision.getByText(`${colleague.actor.name} holds this submission`)).toBeVisible()
  await expect(workspace.picture).toBeVisible()
  await workspace.press('a')
  await expect(workspace.button('Approve')).toBeHidden()
})

test('leaving the page gives the claim back, and whoever waits for it may take it', async ({
  workspace,
  colleague,
  send,
}) => {
  const sent = await send()
  await workspace.open(sent.id)
  const other = colleague.workspace
  await other.page.goto(`/review/${sent.id}`)
  await expect(other.decision.getByText('holds this submission')).toBeVisible()
  await workspace.page.getByRole('link', { name: 'Queue' }).click()
  await other.decision.getByRole('button', { name: 'Claim it' }).click()
  await other.ready()
})

test('fetching the page claims nothing', async ({ page, send }) => {
  const sent = await send({ holder: null })
  expect((await page.request.get(`/review/${sent.id}`)).ok()).toBe(true)
  expect(await db().claim.count({ where: { submissionId: sent.id } })).toBe(0)
})

test('a decision somebody else was faster with is refused beside the button', async ({
  workspace,
  colleague,
  send,
}) => {
  const sent = await send()
  await workspace.open(sent.id)
  await workspace.press('r', '1')
  await db().claim.update({ where: { submissionId: sent.id }, data: { userId: colleague.actor.id } })
  await workspace.press('Enter')
  await expect(workspace.decision.getByRole('alert')).toContainText('somebody else holds it')
  await expect(workspace.decision.getByText(`${colleague.actor.name} holds this submission`)).toBeVisible()
  expect(await db().decision.count({ where: { submissionId: sent.id } })).toBe(0)
})

test('a lease that has run out stops the decision, and claiming again goes on with what was typed', async ({
  workspace,
  send,
}) => {
  const sent = await send()
  await workspace.open(sent.id)
  await workspace.press('x', '1')
  await expireClaim(sent)
  await workspace.press('Enter')
  await expect(workspace.decision.getByText('Your claim has run out')).toBeVisible()
  await workspace.decision.getByRole('button', { name: 'Claim it' }).click()
  await workspace.ready()
  await expect(workspace.chosen).toBeVisible()
})

test('the countdown is renewed while the reviewer works', async ({ page, workspace, send }) => {
  await page.clock.install()
  const sent = await send()
  await workspace.open(sent.id)
  const countdown = page.getByRole('timer')
  await page.clock.runFor(90_000)
  await expect(countdown).toContainText('2:')
  await workspace.press('o')
  await expect(countdown).toContainText(/3:5|4:0/)
})

test('a decided submission is shown with its decision and cannot be decided again', async ({
  workspace,
  colleague,
  send,
  sendUrgent,
}) => {
  const sent = await send()
  await checked(sent)
  await workspace.open(sent.id)
  await sendUrgent()
  await workspace.press('r', '1', 'Enter')
  await expect(workspace.page.getByText(`Resubmission requested ${sent.reference}`)).toBeVisible()
  const other = colleague.workspace
  await other.page.goto(`/review/${sent.id}`)
  await expect(other.decision.getByText(/Resubmission requested by reviewer/)).toBeVisible()
  await expect(other.button('Approve')).toBeHidden()
})
