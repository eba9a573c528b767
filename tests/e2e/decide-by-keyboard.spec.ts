import { db } from '#lib/db/client'
import { whileChecking } from './arrange.ts'
import { checked, expect, test } from './desk.ts'

const blackAndWhite = [{ kind: 'black_and_white' as const }]

test('a request for a new photo takes no mouse, and the next submission opens', async ({
  workspace,
  send,
  sendUrgent,
}) => {
  const sent = await send({ spoil: blackAndWhite })
  await workspace.open(sent.id)
  await sendUrgent()
  await workspace.press('r', '1', 'Enter')
  await workspace.nextAfter(sent.reference)
  await workspace.ready()
  await expect(workspace.page.getByText(`Resubmission requested ${sent.reference}`)).toBeVisible()
  const decision = await db().decision.findFirstOrThrow({
    where: { submissionId: sent.id },
    include: { reasons: true },
  })
  expect(decision.outcome).toBe('resubmission_requested')
  expect(decision.reasons.map(({ code }) => code)).toEqual(['image_black_and_white'])
})

test('an approval takes two keys', async ({ workspace, send, sendUrgent }) => {
  const sent = await send()
  await workspace.open(sent.id)
  await sendUrgent()
  await workspace.press('a', 'Enter')
  await workspace.nextAfter(sent.reference)
  await expect(workspace.page.getByText(`Approved ${sent.reference}`)).toBeVisible()
})

test('a refusal needs a reason: the button says so, and Enter does nothing until there is one', async ({
  workspace,
  send,
}) => {
  const sent = await send()
  await workspace.open(sent.id)
  await workspace.press('x', 'Enter')
  await expect(workspace.decision.getByText('Choose at least one reason')).toBeVisible()
  await workspace.press('1')
  await expect(workspace.decision.getByText('Choose at least one reason')).toBeHidden()
  await workspace.press('Escape')
  await expect(workspace.preview).toBeHidden()
  expect(await db().decision.count({ where: { submissionId: sent.id } })).toBe(0)
})

test('reasons come first where findings suggest them, and go on and off with the same key', async ({
  workspace,
  send,
}) => {
  const sent = await send({ spoil: blackAndWhite })
  await workspace.open(sent.id)
  await workspace.press('r')
  const first = workspace.decision.getByRole('listitem').filter({ hasText: 'suggested' }).first()
  await expect(first).toContainText('Black and white')
  await workspace.press('1')
  await expect(workspace.chosen).toContainText('Black and white')
  await workspace.press('1')
  await expect(workspace.chosen).toBeHidden()
})

test('reasons on two captures and on the whole go out in one message', async ({ workspace, send, sendUrgent }) => {
  const sent = await send({ kinds: ['id_front', 'id_back'] })
  await workspace.open(sent.id)
  await workspace.press('r', '1', ']', '2', 'w', '9')
  await expect(workspace.chosen.getByRole('listitem')).toContainText([
    'ID card, front',
    'ID card, back',
    'Whole submission',
  ])
  await expect(workspace.decision.getByText('needs a note')).toBeVisible()
  await workspace.press('i')
  await workspace.page.keyboard.type('Asked by phone; r x 1 are only letters here.')
  await workspace.press('Escape')
  await sendUrgent()
  await workspace.press('Enter')
  await expect(workspace.page.getByText(`Resubmission requested ${sent.reference}`)).toBeVisible()
  const { note, reasons } = await db().decision.findFirstOrThrow({
    where: { submissionId: sent.id },
    include: { reasons: { include: { capture: true } } },
  })
  expect(note).toBe('Asked by phone; r x 1 are only letters here.')
  expect(reasons.map(({ capture }) => capture?.kind ?? null).sort()).toEqual(['id_back', 'id_front', null])
})

test('the message is sent as it was previewed, in the customer’s language, with their link', async ({
  workspace,
  send,
  sendUrgent,
  outbox,
}) => {
  const sent = await send({ locale: 'lv', undoSeconds: 0, spoil: blackAndWhite })
  await workspace.open(sent.id)
  await workspace.press('r', '1')
  await expect(workspace.preview).toContainText('Latviešu')
  const lines = (await workspace.previewText()).split('\n').filter((line) => line.trim() !== '')
  expect(lines.length).toBeGreaterThan(4)
  await sendUrgent()
  await workspace.press('Enter')
  const mail = await outbox.newestTo(sent.email)
  const told = `${mail.subject}\n${mail.text}`
  for (const line of lines.filter((one) => !one.includes('[the customer’s own link]')))
    expect(told).toContain(line.trim())
  expect(mail.text).toMatch(/https?:\/\/\S+\/resubmit\//)
})

test('? lists the keys, those of a later step included', async ({ workspace, send }) => {
  const sent = await send()
  await workspace.open(sent.id)
  await workspace.press('?')
  const keys = workspace.page.getByRole('dialog', { name: 'Keys on this page' })
  for (const name of [
    'Approve',
    'Reject',
    'Request resubmission',
    'Overlays on and off',
    'Choose a reason',
    'Zoom in',
  ]) {
    await expect(keys.getByRole('term').filter({ hasText: name }).first()).toBeVisible()
  }
  await workspace.press('Escape')
  await expect(keys).toBeHidden()
})

test('n takes the next submission nobody holds', async ({ page, sendUrgent, workspace }) => {
  await sendUrgent()
  await page.goto('/queue')
  await expect(async () => {
    await workspace.press('n')
    await expect(page).toHaveURL(/review\/[0-9a-f-]{36}/, { timeout: 3000 })
  }).toPass()
  await workspace.ready()
})

test('while checks run nothing can be decided, and the page says when they have ended', async ({ workspace, send }) => {
  const sent = await send()
  await workspace.page.goto(`/review/${sent.id}`)
  await workspace.ready()
  await checked(sent)
  await workspace.page.getByRole('button', { name: 'Run checks again' }).click()
  await whileChecking(sent.id, () =>
    expect(workspace.decision.getByText('You can decide as soon as they end.')).toBeVisible(),
  )
  await workspace.ready()
})
