import { expect, test } from '../test.ts'
import { decidedCase, linkPath } from './arrange.ts'
import { withTwoCameras } from './fake-camera.ts'

test.use({ launchOptions: withTwoCameras, permissions: ['camera'] })

test('where there are two cameras, the other one can be had by keyboard alone', async ({ page }) => {
  const arranged = await decidedCase('resubmission_requested', ['image_glare'])
  await page.goto(`${await linkPath(arranged)}?lang=en`)
  await page.getByRole('button', { name: 'Take a photo' }).press('Enter')
  const camera = page.getByRole('dialog')
  const device = () =>
    camera
      .locator('video')
      .evaluate((video: HTMLVideoElement) => (video.srcObject as MediaStream | null)?.getVideoTracks()[0]?.label)
  await expect.poll(device).toBe('fake_device_0')
  const next = camera.getByRole('button', { name: 'Switch camera' })
  await expect(next).toBeEnabled()
  for (let steps = 0; steps < 5 && !(await next.evaluate((button) => button === document.activeElement)); steps++) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await expect.poll(device).toBe('fake_device_1')
  await expect(camera.getByRole('button', { name: 'Take a photo' })).toBeEnabled()
})
