import AxeBuilder from '@axe-core/playwright'
import { whileChecking } from './arrange.ts'
import { checked, expect, test } from './desk.ts'

const glare = [{ kind: 'glare' as const, amount: 0.8, at: [0.6, 0.4] as [number, number] }]

test('the picture is at least 900 px wide on a screen of 1440', async ({ workspace, send }) => {
  const sent = await send()
  await workspace.open(sent.id)
  const { width } = (await workspace.picture.boundingBox())!
  expect(width).toBeGreaterThanOrEqual(900)
})

test('regions lie on the picture to the pixel at every zoom and rotation', async ({ workspace, send }) => {
  const sent = await send({ spoil: glare })
  await workspace.open(sent.id)
  await expect(workspace.finding('Glare on the document')).toBeVisible()
  for (const keys of [[], ['+', '+', '+'], ['.'], ['.', '+'], ['.', '-'], ['0'], [',', ',']]) {
    await workspace.press(...keys)
    expect(await workspace.overlayErrorPx(), keys.join(' ')).toBeLessThanOrEqual(1)
  }
  await workspace.stage.hover()
  await workspace.page.mouse.wheel(0, -600)
  await workspace.stage.focus()
  await workspace.press('ArrowLeft', 'ArrowUp')
  expect(await workspace.overlayErrorPx()).toBeLessThanOrEqual(1)
})

test('a hand takes the picture and its regions along, and where it rests they stay', async ({ workspace, send }) => {
  const sent = await send({ spoil: glare })
  await workspace.open(sent.id)
  const { page, stage } = workspace
  const polygon = stage.locator('[data-region] polygon').first()
  const placeOf = () =>
    polygon.evaluate((shape: SVGPolygonElement) => {
      const { x, y } = shape.points[0]!.matrixTransform(shape.getScreenCTM()!)
      return { x, y }
    })
  await stage.hover()
  for (let notch = 0; notch < 5; notch++) await page.mouse.wheel(0, -120)
  expect(await workspace.overlayErrorPx()).toBeLessThanOrEqual(1)
  const { x, y, width, height } = (await stage.boundingBox())!
  const before = await placeOf()
  await page.mouse.down()
  await page.mouse.move(x + width / 2 + 60, y + height / 2 + 40, { steps: 4 })
  const dragged = await placeOf()
  expect([dragged.x - before.x, dragged.y - before.y].map(Math.round)).toEqual([60, 40])
  expect(await workspace.overlayErrorPx()).toBeLessThanOrEqual(1)
  await page.mouse.up()
  const rested = await placeOf()
  expect(Math.hypot(rested.x - dragged.x, rested.y - dragged.y)).toBeLessThanOrEqual(1)
  expect(await workspace.overlayErrorPx()).toBeLessThanOrEqual(1)
})

test('a finding and its places on the picture light up together, from either side', async ({ workspace, send }) => {
  const sent = await send({ spoil: glare })
  await workspace.open(sent.id)
  const finding = workspace.finding('Glare on the document')
  const region = workspace.stage.locator('[data-region]').first()
  await finding.focus()
  await expect(region).toHaveAttribute('data-active')
  await finding.blur()
  await expect(region).not.toHaveAttribute('data-active')
  await region.hover()
  await expect(finding).toHaveAttribute('data-active')
})

test('overlays carry the value against its threshold, and go off and on together or by kind', async ({
  workspace,
  send,
}) => {
  const sent = await send({ spoil: glare })
  await workspace.open(sent.id)
  await expect(workspace.stage.getByText(/^Glare .+ > .+/).first()).toBeVisible()
  const regions = workspace.stage.locator('[data-region]')
  await workspace.press('o')
  await expect(regions).toHaveCount(0)
  await workspace.press('o')
  await expect(regions).not.toHaveCount(0)
  await workspace.page.getByRole('button', { name: /^Glare \d/ }).click()
  await expect(workspace.stage.getByText(/^Glare/)).toHaveCount(0)
})

test('[ and ] go round the captures', async ({ workspace, send }) => {
  const sent = await send({ kinds: ['id_front', 'id_back'] })
  await workspace.open(sent.id)
  await workspace.press(']')
  await expect(workspace.capture('ID card, back')).toHaveAttribute('aria-current', 'true')
  await expect(workspace.picture).toHaveAccessibleName('ID card, back, attempt 1')
  await workspace.press('[', '[')
  await expect(workspace.capture('ID card, back')).toHaveAttribute('aria-current', 'true')
})

test('facts and history stand beside the picture', async ({ workspace, send }) => {
  const sent = await send()
  await workspace.open(sent.id)
  await workspace.show('Facts')
  await expect(workspace.page.getByText(sent.externalId)).toBeVisible()
  await expect(workspace.page.getByText('JPEG', { exact: true })).toBeVisible()
  await workspace.show('History')
  await expect(workspace.page.getByRole('list', { name: 'Attempts' })).toContainText('Attempt 1')
  await expect(workspace.page.getByRole('list', { name: 'Timeline' })).toContainText('Checks finished')
})

test('checks run again are seen on every open screen, and the pages update by themselves', async ({
  workspace,
  colleague,
  send,
}) => {
  const sent = await send()
  await workspace.open(sent.id)
  await checked(sent)
  await colleague.workspace.page.goto(`/review/${sent.id}`)
  await expect(colleague.workspace.decision.getByText('holds this submission')).toBeVisible()
  await workspace.page.getByRole('button', { name: 'Run checks again' }).click()
  await whileChecking(sent.id, async () => {
    for (const { page } of [workspace, colleague.workspace]) {
      await expect(page.getByRole('banner').or(page.getByRole('main')).getByText('Checking').first()).toBeVisible()
    }
  })
  for (const { page } of [workspace, colleague.workspace]) {
    await expect(page.getByRole('main').getByText('Ready for review').first()).toBeVisible({ timeout: 40_000 })
  }
})

test('an address of no submission is a missing page', async ({ page, reviewer: _ }) => {
  for (const id of ['nonsense', '0198a000-0000-7000-8000-000000000000']) {
    await page.goto(`/review/${id}`)
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  }
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the workspace has no accessibility violations (${colorScheme})`, async ({ workspace, send }) => {
    await workspace.page.emulateMedia({ colorScheme })
    const sent = await send({ spoil: glare })
    await workspace.open(sent.id)
    await workspace.press('r', '1')
    await expect(workspace.preview).toBeVisible()
    const { violations } = await new AxeBuilder({ page: workspace.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze()
    expect(violations).toEqual([])
  })
}
