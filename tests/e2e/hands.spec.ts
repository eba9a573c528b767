import type { Page } from '@playwright/test'
import { hashPassword } from '#lib/credentials/password'
import { db } from '#lib/db/client'
import type { UserActor } from '#lib/domain/actor'
import { writeNote } from '#lib/operations/write-note'
import { firstLoadKilobytes } from '../../bench/desk/first-load.ts'
import { checked, expect, test } from './desk.ts'

const blackAndWhite = [{ kind: 'black_and_white' as const }]

test('a screen reader is told of the case, what was found and who holds it, and after a decision stands on the next heading', async ({
  workspace,
  send,
  sendUrgent,
}) => {
  const sent = await send({ spoil: blackAndWhite })
  await checked(sent)
  await workspace.open(sent.id)
  const { told } = workspace
  await expect(told).toContainText(`Case ${sent.reference}, attempt 1, ID card`)
  await expect(told).toContainText('You hold it. 1 problem found: ID card, front:')
  await expect(workspace.heading(sent.reference)).toBeFocused()
  const next = await sendUrgent()
  await workspace.press('r', '1')
  await expect(workspace.button('Request resubmission')).toBeVisible()
  await workspace.press('Enter')
  await workspace.nextAfter(sent.reference)
  await expect(workspace.heading(next.reference)).toBeFocused()
  await expect(told).toContainText(`Case ${next.reference}, attempt 1`)
})

test('the next case is fetched ahead sealed, and its look is logged once it is on the screen', async ({
  page,
  workspace,
  reviewer,
  send,
  sendUrgent,
}) => {
  const sent = await send()
  const next = await sendUrgent()
  const fetched = page.waitForResponse((answer) => answer.url().endsWith('/sealed') && answer.ok())
  await workspace.open(sent.id)
  await fetched
  const looks = () =>
    db().auditEvent.count({ where: { type: 'capture.viewed', actorId: reviewer.id, submissionId: next.id } })
  expect(await looks()).toBe(0)
  await workspace.press('a', 'Enter')
  await workspace.nextAfter(sent.reference)
  await expect(workspace.picture.first()).toHaveAttribute('src', /^blob:/)
  expect(await looks()).toBe(1)
})

const password = 'the right one, and long'

async function givePassword({ id }: UserActor): Promise<void> {
  await db().user.update({ where: { id }, data: { passwordHash: await hashPassword(password) } })
}

test('an idle screen locks with its session, in every tab, and keeps what was typed until the password is given', async ({
  page,
  context,
  workspace,
  reviewer,
  send,
}) => {
  await givePassword(reviewer)
  const sent = await send()
  await checked(sent)
  const other = await context.newPage()
  await other.goto('/queue')
  await page.clock.install()
  await workspace.open(sent.id)
  await workspace.press('x', '1', 'i')
  await page.keyboard.type('Seen before')
  await page.clock.runFor('10:10')
  await expect(workspace.lock).toBeVisible()
  await expect(other.getByRole('dialog', { name: 'Locked' })).toBeVisible()
  await expect(async () => expect((await page.request.get('/api/next')).status()).toBe(423)).toPass()
  await workspace.unlockWith('a guess')
  await expect(workspace.lock.getByRole('alert')).toContainText('not your password')
  await workspace.unlockWith(password)
  await expect(workspace.lock).toBeHidden()
  await expect(other.getByRole('dialog', { name: 'Locked' })).toBeHidden()
  await workspace.decision.getByRole('button', { name: 'Claim it' }).click()
  await expect(workspace.note).toHaveValue('Seen before')
  await expect(workspace.chosen).toBeVisible()
})

test('what was typed outlives a lock that comes while the page reads itself again, and a page opened then stays shut', async ({
  page,
  context,
  workspace,
  reviewer,
  colleague,
  send,
}) => {
  await givePassword(reviewer)
  const sent = await send()
  await checked(sent)
  await workspace.open(sent.id)
  await workspace.press('x', 'i')
  await page.keyboard.type('Seen before')
  const onTheWay = await holdNextReading(page)
  await writeNote(colleague.actor, { submissionId: sent.id, body: 'Have a look at the other side', mentionedIds: [] })
  await onTheWay.left
  await page.getByRole('button', { name: /^reviewer / }).click()
  await page.getByRole('button', { name: 'Lock the screen' }).click()
  await expect(workspace.lock).toBeVisible()
  await expect(async () => expect((await page.request.get('/api/next')).status()).toBe(423)).toPass()
  await onTheWay.arrive()
  const opened = await context.newPage()
  await opened.goto(`/review/${sent.id}`)
  expect(new URL(opened.url()).pathname).toBe('/locked')
  await workspace.unlockWith(password)
  await expect(workspace.lock).toBeHidden()
  await expect(workspace.note).toHaveValue('Seen before')
})

/** Keeps the next reading of the page from the server until it may arrive there, as a slow line would. */
async function holdNextReading(page: Page) {
  const left = Promise.withResolvers<void>()
  const mayArrive = Promise.withResolvers<void>()
  const isReading = (url: URL) => url.pathname.startsWith('/review/') && url.searchParams.has('_rsc')
  await page.route(isReading, async (route) => {
    left.resolve()
    await mayArrive.promise
    await route.continue()
  })
  const answered = page.waitForResponse((response) => isReading(new URL(response.url())))
  const arrive = async () => {
    mayArrive.resolve()
    await answered
  }
  return { left: left.promise, arrive }
}

test('a key of one’s own works and is shown, and one that is taken is refused with the reason', async ({
  page,
  workspace,
  send,
}) => {
  await page.goto('/settings/keys')
  await page.getByRole('button', { name: 'Key for Approve: a' }).click()
  await page.keyboard.press('x')
  await expect(page.getByRole('alert').filter({ hasText: 'This is the key for “Reject”.' })).toBeVisible()
  await page.getByRole('button', { name: 'Key for Approve: a' }).click()
  await page.keyboard.press('q')
  await expect(page.getByRole('button', { name: 'Reset the key for Approve' })).toBeVisible()
  const sent = await send()
  await expect(async () => {
    await workspace.open(sent.id)
    await expect(workspace.button('Approve')).toContainText('q')
  }).toPass()
  await workspace.press('a')
  await expect(workspace.preview).toBeHidden()
  await workspace.press('q')
  await expect(workspace.preview).toBeVisible()
})

test('the command palette does an action and opens a case, by keyboard alone', async ({ page, workspace, send }) => {
  const sent = await send()
  await workspace.open(sent.id)
  const palette = page.getByRole('combobox', { name: 'Find an action or a case' })
  await page.keyboard.press('Control+k')
  await palette.pressSequentially('request res')
  await expect(page.getByRole('option', { name: 'Request resubmission' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(workspace.preview).toBeVisible()
  await page.goto('/queue')
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(palette).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await palette.fill(sent.externalId)
  await page.getByRole('option', { name: sent.reference }).waitFor()
  await page.keyboard.press('Enter')
  await workspace.ready()
  await expect(workspace.heading(sent.reference)).toBeVisible()
})

test.describe('on a tablet', () => {
  test.use({ viewport: { width: 1024, height: 768 }, hasTouch: true, isMobile: true })

  test('a whole decision takes no keyboard, and what is touched is as large as a fingertip', async ({
    workspace,
    send,
    sendUrgent,
  }) => {
    const sent = await send({ spoil: blackAndWhite })
    await workspace.open(sent.id)
    await sendUrgent()
    await workspace.button('Request resubmission').tap()
    const reason = workspace.decision.getByRole('listitem').filter({ hasText: 'suggested' }).first()
    await reason.tap()
    await expect(workspace.chosen).toBeVisible()
    const confirm = workspace.decision.getByRole('button', { name: 'Request resubmission' }).last()
    await expect(confirm).toBeInViewport()
    for (const target of [confirm, reason, workspace.capture('ID card, front')]) {
      expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    }
    await confirm.tap()
    await workspace.nextAfter(sent.reference)
    expect(await db().decision.count({ where: { submissionId: sent.id, outcome: 'resubmission_requested' } })).toBe(1)
  })
})

test('queue and review load at most 250 KB of script, gzipped, before anything is asked for', async ({
  page,
  send,
}) => {
  const sent = await send()
  for (const path of ['/queue', `/review/${sent.id}`]) {
    expect(await firstLoadKilobytes(page.request, path), path).toBeLessThanOrEqual(250)
  }
})
