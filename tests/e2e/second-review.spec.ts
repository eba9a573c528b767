import AxeBuilder from '@axe-core/playwright'
import { db } from '#lib/db/client'
import { shippedChecklist } from '#lib/domain/checklist'
import { decide, makeUser, review } from '../factories.ts'
import { expect, reviewable, test } from './desk.ts'

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const requiredCaptures = { passport: [], id_card: ['id_front' as const] }
const signatureNeeded = shippedChecklist.map((item) => ({ ...item, requiredForApproval: item.id === 'signature' }))

test('a second person sees the first word, answers the checklist by keyboard and decides', async ({
  workspace,
  reviewer,
  sendUrgent,
}) => {
  const id = await reviewable({ requiredCaptures, fourEyes: [{ outcomes: ['approved'] }], undoSeconds: 60 })
  const first = await makeUser()
  await review(first, id, 'approved')
  const { policyId } = await db().submission.findUniqueOrThrow({ where: { id } })
  const policy = await db().policy.findUniqueOrThrow({ where: { id: policyId } })
  await db().policy.update({
    where: { id: policyId },
    data: { body: { ...(policy.body as object), checklist: signatureNeeded } },
  })
  await workspace.open(id)
  await expect(workspace.decision.getByRole('list', { name: 'Earlier reviews' })).toContainText(
    `${first.name}: approved`,
  )
  await workspace.press('a', 'Enter')
  await expect(workspace.decision.getByText('The checklist needs a "yes" first: Signed.')).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await workspace.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect((await new AxeBuilder({ page: workspace.page }).withTags(standard).analyze()).violations).toEqual([])
  }
  await sendUrgent()
  await workspace.press('k', 'y', 'y', 't', 'n', 'Enter')
  await expect(workspace.page.getByText(/^Approved RT-/)).toBeVisible()
  const decision = await db().decision.findFirstOrThrow({ where: { submissionId: id } })
  expect(decision.decidedById).toBe(reviewer.id)
})

test('whoever reviewed first is told that the next word is somebody else’s', async ({ workspace, reviewer }) => {
  const id = await reviewable({ requiredCaptures, fourEyes: [{}] })
  await review(reviewer, id, 'approved')
  await workspace.page.goto(`/review/${id}`)
  await expect(workspace.decision.getByText('You have reviewed this submission')).toBeVisible()
  await expect(workspace.button('Approve')).toBeHidden()
  expect(await db().claim.count({ where: { submissionId: id } })).toBe(0)
})

test('evidence that changed on the way is shown before anything is decided, with all that was typed', async ({
  workspace,
  reviewer,
  sendUrgent,
}) => {
  const id = await reviewable({ requiredCaptures })
  await workspace.open(id)
  await workspace.press('r', '1')
  // As a colleague's correction just before the screen hears of it.
  const corrected = { submissionId: id, field: 'documentNumber', value: 'AB123456', correctedById: reviewer.id }
  await db().fieldCorrection.create({ data: corrected })
  await workspace.press('Enter')
  await expect(workspace.decision.getByRole('alert')).toContainText('has been corrected')
  await expect(workspace.chosen).toBeVisible()
  await sendUrgent()
  await workspace.press('Enter')
  await expect(workspace.page.getByText(/^Resubmission requested RT-/)).toBeVisible()
})

test('a decision is amended by who made it, and a submission opened again by an admin', async ({
  workspace,
  reviewer,
  login,
  page,
}) => {
  const id = await reviewable({ requiredCaptures })
  await decide(reviewer, id, 'rejected', [{ code: 'image_blurry', capture: 'id_front' }])
  await workspace.page.goto(`/review/${id}`)
  await workspace.decision.getByRole('button', { name: 'Amend' }).click()
  await expect(workspace.chosen).toContainText('Blurred')
  await expect(workspace.preview).toContainText('This message replaces the one we sent you before.')
  await workspace.press('i')
  await page.keyboard.type('Sharp enough after all.')
  await workspace.press('Escape', '1')
  await workspace.press('2', 'Enter')
  await expect(page.getByText(/^Rejected RT-/)).toBeVisible()
  await expect(workspace.decision.getByText(`Rejected by ${reviewer.name}`)).toBeVisible()
  expect(await db().decision.count({ where: { submissionId: id, replacedAt: null } })).toBe(1)

  await login('admin')
  await page.goto(`/review/${id}`)
  await workspace.decision.getByRole('button', { name: 'Open again' }).click()
  const dialog = page.getByRole('dialog', { name: 'Open this submission again?' })
  await dialog.getByRole('textbox', { name: 'Why it has to be looked at again' }).fill('The bank asked.')
  await dialog.getByRole('button', { name: 'Open again' }).click()
  await expect(workspace.decision.getByText('The bank asked.')).toBeVisible()
  await expect(workspace.button('Approve')).toBeVisible()
})
