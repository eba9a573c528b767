import { renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import type { UploadedFile } from '#lib/domain/intake'
import playwrightConfig from '../../playwright.config.ts'

/** Each worker of the tests has a browser of its own, and so a camera. */
const videoPath = join(tmpdir(), `retake-camera-${process.pid}.mjpeg`)
const { args = [], ...launch } = playwrightConfig.use?.launchOptions ?? {}

/** A browser with a camera that sees what `showToCamera` was given last. */
export const withFakeCamera = {
  ...launch,
  args: [...args, '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${videoPath}`],
}

/** A browser with two cameras that see Chromium's own test picture. */
export const withTwoCameras = { ...launch, args: [...args, '--use-fake-device-for-media-stream=device-count=2'] }

/** A picture as a still video, for a camera that is started after this. Its size is the camera's. */
export async function showToCamera({ bytes }: Pick<UploadedFile, 'bytes'>): Promise<void> {
  const next = `${videoPath}.next`
  writeFileSync(next, await sharp(bytes).jpeg({ quality: 95, chromaSubsampling: '4:2:0' }).toBuffer())
  // At one go: a camera that still runs goes on reading what it had.
  renameSync(next, videoPath)
}
