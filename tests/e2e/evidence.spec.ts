import AxeBuilder from '@axe-core/playwright'
import type { Locator } from '@playwright/test'
import sharp from 'sharp'
import { db } from '#lib/db/client'
import type { UserActor } from '#lib/domain/actor'
import { boundingBox, type Point } from '#lib/domain/region'
import { claimSubmission } from '#lib/operations/claim-submission'
import { drawRegion } from '#lib/operations/draw-region'
import { makeClient, makeSubmission, metadata } from '../factories.ts'
import { expect, test } from './desk.ts'

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** A white picture of 6 megapixels with one mark in known pixels, and nothing for the checks to read. */
const size = { width: 3000, height: 2000 }
const mark = { left: 1400, top: 920, width: 180, height: 120 }

async function markedFile() {
  const square = { width: mark.width, height: mark.height, channels: 3 as const, background: '#f0f' }
  const bytes = await sharp({ create: { ...size, channels: 3, background: '#fff' } })
    .composite([{ input: { create: square }, left: mark.left, top: mark.top }])
    .png()
    .toBuffer()
  return { kind: 'id_front' as const, bytes }
}

/** One attempt or more of a case with the marked picture, the last one in the reviewer's hands. */
async function markedCase(reviewer: UserActor, attempts = 1) {
  const client = await makeClient({
    requiredCaptures: { passport: [], id_card: ['id_front'] },
    blurUntilClaimed: false,
  })
  const { externalId } = metadata()
  let submissionId = ''
  for (let attempt = 0; attempt < attempts; attempt++) {
    const sent = await makeSubmission({ client, metadata: { externalId }, files: [await markedFile()] })
    submissionId = sent.submissionId
  }
  await claimSubmission(reviewer, { submissionId })
  const { id: captureId } = await db().capture.findFirstOrThrow({ where: { submissionId } })
  return { submissionId, captureId }
}

const corners: Point[] = [
  [mark.left / size.width, mark.top / size.height],
  [(mark.left + mark.width) / size.width, mark.top / size.height],
  [(mark.left + mark.width) / size.width, (mark.top + mark.height) / size.height],
  [mark.left / size.width, (mark.top + mark.height) / size.height],
]

/** Where the only region's corners are drawn, in pixels of the stage. */
function drawnBox(stage: Locator): Promise<[number, number, number, number]> {
  return stage
    .evaluate((element) => {
      const polygon = element.querySelector<SVGPolygonElement>('[data-region] polygon')!
      const { left, top } = element.getBoundingClientRect()
      return [...polygon.points].map((corner): [number, number] => {
        const { x, y } = corner.matrixTransform(polygon.getScreenCTM()!)
        return [x - left, y - top]
      })
    })
    .then(boundingBox)
}

/** Where the mark is seen: the box around pixels nearer to it than to white. */
async function seenBox(stage: Locator): Promise<[number, number, number, number]> {
  const { data, info } = await sharp(await stage.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const box: [number, number, number, number] = [info.width, info.height, 0, 0]
  for (let pixel = 0; pixel < info.width * info.height; pixel++) {
    const [red, green, blue] = data.subarray(3 * pixel, 3 * pixel + 3)
    if (green! >= 128 || red! < 180 || blue! < 180) continue
    const [x, y] = [pixel % info.width, Math.floor(pixel / info.width)]
    for (const [side, value] of [x, y].entries()) box[side] = Math.min(box[side]!, value)
    for (const [side, value] of [x + 1, y + 1].entries()) box[side + 2] = Math.max(box[side + 2]!, value)
  }
  return box
}

test('a region lies on the pixels it was drawn around, at every zoom, turn and mirroring', async ({
  workspace,
  reviewer,
}) => {
  const { submissionId, captureId } = await markedCase(reviewer)
  await drawRegion(reviewer, { captureId, points: corners, comment: '', reason: null })
  await workspace.open(submissionId)
  const { stage, page } = workspace
  await expect(stage.locator('[data-region]')).toHaveCount(1)
  for (const keys of [[], ['.'], ['>', '>', '>'], ['m'], ['+', '+', '+'], [',', '<'], ['+', '+']]) {
    await stage.focus()
    await workspace.press(...keys)
    await expect
      .poll(() =>
        page.evaluate(() => [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth)),
      )
      .toBe(true)
    const drawn = await drawnBox(stage)
    await stage.focus()
    await workspace.press('o')
    await expect(stage.locator('[data-region]')).toHaveCount(0)
    const seen = await seenBox(stage)
    await workspace.press('o')
    for (const [side, place] of drawn.entries()) {
      expect(Math.abs(place - seen[side]!), `side ${side} after ${keys.join(' ')}`).toBeLessThanOrEqual(1)
    }
  }
})

test('a fitting picture is all that is fetched until one looks closer, then tiles of its own pixels', async ({
  workspace,
  reviewer,
}) => {
  const fetched: string[] = []
  workspace.page.on('request', (request) => fetched.push(request.url()))
  const { submissionId, captureId } = await markedCase(reviewer)
  await workspace.open(submissionId)
  await expect(workspace.picture).toHaveJSProperty('complete', true)
  const large = () => fetched.filter((url) => url.includes(captureId) && /size=view|\/tiles\//.test(url))
  expect(large()).toEqual([])
  await workspace.stage.focus()
  await workspace.press('+', '+', '+', '+')
  const tile = workspace.stage.locator('img[src*="/tiles/0/"]').first()
  await expect(tile).toHaveJSProperty('naturalWidth', 512)
  const looks = await db().auditEvent.count({ where: { submissionId, type: 'capture.viewed', actorId: reviewer.id } })
  expect(looks).toBe(1)
})

test('how one leaves a picture turned is how the next viewer finds it', async ({ workspace, reviewer, colleague }) => {
  const { submissionId, captureId } = await markedCase(reviewer)
  await workspace.open(submissionId)
  await workspace.press('.', '>')
  const kept = async () => (await db().capture.findUniqueOrThrow({ where: { id: captureId } })).rotation
  await expect.poll(kept).toBe(91)
  await colleague.workspace.page.goto(`/review/${submissionId}`)
  const turned = () =>
    colleague.workspace.stage.getByTestId('capture-layers').evaluate((layers) => {
      const { a, b } = new DOMMatrix(getComputedStyle(layers).transform)
      return Math.round((Math.atan2(b, a) * 180) / Math.PI)
    })
  await expect.poll(turned).toBe(91)
})

test('a region is drawn by mouse or by keyboard alone, is listed with who drew it, and taken back', async ({
  workspace,
  reviewer,
}) => {
  const { submissionId } = await markedCase(reviewer)
  await workspace.open(submissionId)
  const { page, stage } = workspace
  const drawn = page.getByRole('region', { name: 'Drawn by reviewers' })
  const { x, y } = (await stage.boundingBox())!
  await stage.focus()
  await workspace.press('d')
  await expect(page.getByRole('application', { name: /^Draw a region/ })).toBeFocused()
  await page.mouse.move(x + 200, y + 200)
  await page.mouse.down()
  await page.mouse.move(x + 320, y + 280, { steps: 4 })
  await page.mouse.up()
  await page.keyboard.type('by mouse')
  await workspace.press('Enter')
  await expect(drawn.getByRole('button', { name: /^by mouse/ })).toBeVisible()

  await stage.focus()
  await workspace.press('d')
  await expect(page.getByRole('application', { name: /^Draw a region/ })).toBeFocused()
  await workspace.press(' ', 'ArrowRight', 'ArrowRight', ' ', 'ArrowDown', 'ArrowDown', ' ', 'Enter')
  await page.keyboard.type('by keys')
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze()
  expect(violations).toEqual([])
  await workspace.press('Enter')
  await expect(drawn.getByRole('button', { name: /^by keys/ })).toBeVisible()
  await expect(stage.locator('[data-region]')).toHaveCount(2)

  await drawn.getByRole('button', { name: 'Take back: by mouse' }).click()
  await expect(stage.locator('[data-region]')).toHaveCount(1)
})

test('a finding is marked as wrong with a note, and says what the customer would be told', async ({
  workspace,
  send,
}) => {
  const sent = await send({ locale: 'lv', spoil: [{ kind: 'glare', amount: 0.8, at: [0.6, 0.4] }] })
  await workspace.open(sent.id)
  const { page } = workspace
  await workspace.finding('Glare on the document').focus()
  await expect(page.getByTestId('region-card')).toContainText('Threshold')
  await expect(page.getByTestId('region-card').locator('[lang=lv]').first()).toBeVisible()
  await page.getByRole('button', { name: 'Mark as wrong: Glare on the document' }).click()
  await page.keyboard.type('a hologram')
  await page.getByRole('button', { name: 'Mark as wrong', exact: true }).click()
  await expect(page.getByText('Marked as wrong by you')).toBeVisible()
  await page.getByRole('button', { name: 'Take the mark back: Glare on the document' }).click()
  await expect(page.getByText('Marked as wrong by you')).toHaveCount(0)
})

test('two attempts move together beside each other, and lie over each other', async ({ workspace, reviewer }) => {
  const { submissionId } = await markedCase(reviewer, 2)
  await workspace.open(submissionId)
  const { page } = workspace
  await workspace.stage.focus()
  await workspace.press('v')
  await expect(page.getByRole('region', { name: 'Layers and light' })).toBeVisible()
  const open = await new AxeBuilder({ page }).withTags(wcag).analyze()
  expect(open.violations).toEqual([])
  await workspace.stage.focus()
  await workspace.press('c')
  await expect(page.getByRole('application')).toHaveCount(2)
  await page.getByRole('application', { name: /attempt 1/ }).hover()
  await page.mouse.wheel(0, -400)
  const scales = () =>
    page.getByTestId('capture-layers').evaluateAll((all) => all.map((one) => getComputedStyle(one).transform))
  await expect.poll(async () => new Set(await scales()).size).toBe(1)
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze()
  expect(violations).toEqual([])
  await page.getByRole('button', { name: 'Swipe' }).click()
  await page.getByRole('slider', { name: 'Edge between the pictures' }).fill('20')
  await expect(page.getByRole('application')).toHaveCount(1)
  await workspace.press('c')
  await expect(page.getByRole('button', { name: 'Stop comparing' })).toHaveCount(0)
})
