import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { devices } from '@playwright/test'
import sharp from 'sharp'
import { db } from '#lib/db/client'
import { picture } from '../factories.ts'
import { expect, test } from '../test.ts'
import { decidedCase, linkPath } from './arrange.ts'
import { showToCamera, withFakeCamera } from './fake-camera.ts'

// The camera within the customer's page, with a drawn document before a camera that Chromium fakes.

const { defaultBrowserType: _, ...phone } = devices['Pixel 7']
test.use({ ...phone, launchOptions: withFakeCamera, permissions: ['camera'] })

const asked = (page: Page) => page.getByRole('region', { name: 'ID card, front' })
const camera = (page: Page) => page.getByRole('dialog', { name: 'ID card, front' })
const hint = (page: Page) => camera(page).getByRole('status')

const shutter = (page: Page) => camera(page).getByRole('button', { name: 'Take a photo' })

/** Keeps what the browser gives to the page, to see whether it was given back. */
async function watchStreams(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const streams: MediaStream[] = []
    Object.assign(window, { streams })
    const { mediaDevices } = navigator
    const ask = mediaDevices.getUserMedia.bind(mediaDevices)
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await ask(constraints)
      streams.push(stream)
      return stream
    }
  })
  return () =>
    page.evaluate(() => {
      const { streams } = window as unknown as { streams: MediaStream[] }
      return streams.flatMap((stream) => stream.getTracks().map(({ readyState }) => readyState))
    })
}

async function openCamera(page: Page) {
  const arranged = await decidedCase('resubmission_requested', ['image_glare'])
  await page.goto(`${await linkPath(arranged)}?lang=en`)
  await asked(page).getByRole('button', { name: 'Take a photo' }).click()
  return arranged
}

/** What the server's checks find wrong with the front that was sent. */
async function failedChecks(caseId: string): Promise<string[]> {
  const sent = () => db().submission.findFirstOrThrow({ where: { caseId, attempt: 2 } })
  await expect.poll(async () => (await sent()).status, { timeout: 45_000 }).toBe('ready_for_review')
  const { currentCheckRunId } = await sent()
  const findings = await db().finding.findMany({
    where: { checkRunId: currentCheckRunId!, capture: { kind: 'id_front' }, outcome: 'fail' },
  })
  return findings.map(({ check }) => check)
}

test('a sharp document before the camera looks good, and its photo is sent and judged', async ({ page }) => {
  await showToCamera(await picture('id_front'))
  const { caseId } = await openCamera(page)
  await expect(hint(page)).toHaveText('Looks good')
  await shutter(page).click()
  await expect(camera(page)).toBeHidden()
  await expect(asked(page).getByRole('img', { name: 'Your new photo' })).toBeVisible()
  await expect(asked(page).getByRole('status')).toHaveText('Looks good. Ready to send.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you, we have your photos' })).toBeVisible()
  expect(await failedChecks(caseId)).toEqual([])
})

test('Android’s way back closes the camera and not the page', async ({ page }) => {
  // Desktop Chromium asks its watchers by Escape alone, which dialogs answer themselves: here only the watcher hears of it.
  await page.addInitScript(() => {
    type Watcher = { new (): { requestClose(): void } }
    const { CloseWatcher } = window as unknown as { CloseWatcher: Watcher }
    class Watched extends CloseWatcher {
      constructor() {
        super()
        Object.assign(window, { goBack: () => this.requestClose() })
      }
    }
    Object.assign(window, { CloseWatcher: Watched })
  })
  await showToCamera(await picture('id_front'))
  await openCamera(page)
  await expect(shutter(page)).toBeEnabled()
  await page.evaluate(() => (window as unknown as { goBack: () => void }).goBack())
  await expect(camera(page)).toBeHidden()
  await expect(asked(page).getByRole('button', { name: 'Take a photo' })).toBeFocused()
})

test('the photo of a small webcam is not taken for the copy a messenger makes', async ({ page }) => {
  const { bytes } = await picture('id_front')
  await showToCamera({ bytes: await sharp(bytes).resize(640).jpeg().toBuffer() })
  const { caseId } = await openCamera(page)
  await shutter(page).click()
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you, we have your photos' })).toBeVisible()
  expect(await failedChecks(caseId)).toEqual([])
})

test('a blurred document before the camera is called so, and can be photographed all the same', async ({ page }) => {
  await showToCamera(await picture('id_front', { kind: 'defocus', amount: 0.7 }))
  await openCamera(page)
  await expect(hint(page)).toContainText('The photo is blurred')
  await expect(hint(page)).toContainText('Wipe the lens')
  await shutter(page).click()
  await expect(asked(page).getByRole('status')).toContainText('The photo is blurred')
})

test('Escape closes the camera, stops it and its worker, and gives the focus back', async ({ page }) => {
  const tracks = await watchStreams(page)
  await showToCamera(await picture('id_front'))
  await openCamera(page)
  await expect(shutter(page)).toBeEnabled()
  await expect.poll(() => page.workers().length).toBe(1)
  expect(await tracks()).toEqual(['live'])
  await page.keyboard.press('Escape')
  await expect(camera(page)).toBeHidden()
  await expect(asked(page).getByRole('button', { name: 'Take a photo' })).toBeFocused()
  expect(await tracks()).toEqual(['ended'])
  await expect.poll(() => page.workers().length).toBe(0)
  await asked(page).getByRole('button', { name: 'Take a photo' }).click()
  await expect(shutter(page)).toBeEnabled()
})

test('the camera rests while the page is out of sight, and goes on when it is back', async ({ page }) => {
  const tracks = await watchStreams(page)
  await showToCamera(await picture('id_front'))
  await openCamera(page)
  await expect(shutter(page)).toBeEnabled()
  const turn = (state: DocumentVisibilityState) =>
    page.evaluate((visibility) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: visibility })
      document.dispatchEvent(new Event('visibilitychange'))
    }, state)
  await turn('hidden')
  await expect.poll(tracks).toEqual(['ended'])
  await expect.poll(() => page.workers().length).toBe(0)
  await turn('visible')
  await expect.poll(tracks).toEqual(['ended', 'live'])
  await expect(shutter(page)).toBeEnabled()
})

test('all is named, large enough for a thumb and to be used by everybody', async ({ page }) => {
  await showToCamera(await picture('id_front'))
  await openCamera(page)
  await expect(hint(page)).toHaveText('Looks good')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  for (const target of await camera(page).locator('button, label').all()) {
    const { width, height } = (await target.boundingBox())!
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
  }
})

test('a still picture of the camera’s own is taken where it shows more than the video', async ({ page }) => {
  await showToCamera(await picture('id_front'))
  const still = (await picture('id_front')).bytes
  const larger = await sharp(still).resize(2400).jpeg().toBuffer()
  await page.addInitScript((base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    class StillCamera {
      getPhotoCapabilities = async () => ({ imageWidth: { max: 2400 }, imageHeight: { max: 1800 } })
      takePhoto = async () => new Blob([bytes], { type: 'image/jpeg' })
    }
    Object.assign(window, { ImageCapture: StillCamera })
  }, larger.toString('base64'))
  await openCamera(page)
  await shutter(page).click()
  const taken = asked(page).getByRole('img', { name: 'Your new photo' })
  await expect.poll(() => taken.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(2400)
})

test('where the camera’s code can’t be loaded, the phone’s own camera is opened instead', async ({ page }) => {
  const arranged = await decidedCase('resubmission_requested', ['image_glare'])
  await page.goto(`${await linkPath(arranged)}?lang=en`)
  await page.waitForLoadState('networkidle')
  await page.route('**/_next/static/**', (route) => route.abort())
  await asked(page).getByRole('button', { name: 'Take a photo' }).click()
  await expect(asked(page).locator('input[capture=environment]')).toBeVisible()
})

test('what is thought of a photo moves no button, however much there is to say', async ({ page }) => {
  await showToCamera(await picture('id_front', { kind: 'defocus', amount: 0.7 }))
  await openCamera(page)
  await shutter(page).click()
  const verdict = asked(page).getByRole('status')
  await expect(verdict).toContainText('The photo is blurred')
  const last = (await asked(page).locator('label').last().boundingBox())!
  expect((await verdict.boundingBox())!.y).toBeGreaterThanOrEqual(last.y + last.height)
})

test.describe('where the camera is refused', () => {
  test.use({ permissions: [] })

  test('the customer is told how to allow it in this browser, and is not asked again and again', async ({ page }) => {
    await page.addInitScript(() => {
      const { mediaDevices } = navigator
      const ask = mediaDevices.getUserMedia.bind(mediaDevices)
      Object.assign(window, { asked: 0 })
      mediaDevices.getUserMedia = (constraints) => {
        ;(window as unknown as { asked: number }).asked++
        return ask(constraints)
      }
    })
    const timesAsked = () => page.evaluate(() => (window as unknown as { asked: number }).asked)
    await showToCamera(await picture('id_front'))
    await openCamera(page)
    const told = camera(page).getByRole('alert')
    await expect(told).toContainText('The camera was not allowed')
    await expect(told).toContainText('Tap the icon to the left of the address, then Permissions')
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await camera(page).getByRole('button', { name: 'Close' }).click()
    await asked(page).getByRole('button', { name: 'Take a photo' }).click()
    await expect(told).toContainText('The camera was not allowed')
    expect(await timesAsked()).toBe(1)
    await camera(page).getByRole('button', { name: 'Try again' }).click()
    await expect.poll(timesAsked).toBe(2)
    await expect(told).toContainText('The camera was not allowed')
    await page.context().grantPermissions(['camera'])
    await expect(shutter(page)).toBeEnabled()
  })

  test('a photo one has can be chosen instead', async ({ page }) => {
    await showToCamera(await picture('id_front'))
    await openCamera(page)
    await expect(camera(page).getByRole('alert')).toBeVisible()
    const buffer = (await picture('id_front')).bytes
    const file = { name: 'new.jpg', mimeType: 'image/jpeg', buffer }
    await camera(page).getByLabel('Choose a photo you have').setInputFiles(file)
    await expect(camera(page)).toBeHidden()
    await expect(asked(page).getByRole('status')).toHaveText('Looks good. Ready to send.')
  })
})

test('a camera that another program uses is called so, in the customer’s language', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotReadableError'))
  })
  const arranged = await decidedCase('resubmission_requested', ['image_glare'])
  await page.goto(`${await linkPath(arranged)}?lang=lv`)
  await page.getByRole('button', { name: 'Uzņemt fotoattēlu' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Kamera nedarbojās')
})
