import { db } from '#lib/db/client'
import { expect, test } from './desk.ts'

test('u brings the submission back with all that was typed, and nothing is sent', async ({
  workspace,
  send,
  sendUrgent,
}) => {
  const sent = await send()
  await workspace.open(sent.id)
  await workspace.press('r', '1', 'i')
  await workspace.page.keyboard.type('Looks worn.')
  await workspace.press('Escape')
  const chosen = await workspace.chosen.textContent()
  await sendUrgent()
  await workspace.press('Enter')
  await workspace.nextAfter(sent.reference)
  await workspace.press('u')
  await expect(workspace.heading(sent.reference)).toBeVisible()
  await workspace.ready()
  await expect(workspace.button('Request resubmission')).toHaveAttribute('aria-pressed', 'true')
  await expect(workspace.chosen).toHaveText(chosen!)
  await expect(workspace.decision.getByRole('textbox', { name: 'Internal note' })).toHaveValue('Looks worn.')
  const message = await db().message.findFirstOrThrow({ where: { submissionId: sent.id } })
  expect(message.status).toBe('cancelled')
})

test('a decision can be undone from its toast', async ({ workspace, send, sendUrgent }) => {
  const sent = await send()
  await workspace.open(sent.id)
  await sendUrgent()
  await workspace.press('a', 'Enter')
  await workspace.nextAfter(sent.reference)
  await workspace.page.getByRole('button', { name: 'Undo' }).click()
  await expect(workspace.heading(sent.reference)).toBeVisible()
  await workspace.ready()
})

test('what was undone can be decided again', async ({ workspace, send, sendUrgent }) => {
  const sent = await send()
  await workspace.open(sent.id)
  await sendUrgent()
  await workspace.press('a', 'Enter')
  await workspace.nextAfter(sent.reference)
  await workspace.press('u')
  await expect(workspace.heading(sent.reference)).toBeVisible()
  await workspace.ready()
  await sendUrgent()
  await workspace.press('x', '1', 'Enter')
  await expect(workspace.page.getByText(`Rejected ${sent.reference}`)).toBeVisible()
})

test('once the message is on its way the offer is gone', async ({ workspace, send, sendUrgent }) => {
  const sent = await send({ undoSeconds: 2 })
  await workspace.open(sent.id)
  await sendUrgent()
  await workspace.press('a', 'Enter')
  await workspace.nextAfter(sent.reference)
  await expect(workspace.page.getByRole('button', { name: 'Undo' })).toBeHidden()
  await workspace.press('u')
  await workspace.nextAfter(sent.reference)
})
