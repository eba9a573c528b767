import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import type { CaptureKind } from '#lib/domain/capture'
import type { SpoilOptions } from '#specimens/spoil'
import playwrightConfig from '../../playwright.config.ts'
import { picture } from '../factories.ts'

/** Each worker of the tests has a browser of its own, and so a camera. */
const videoPath = join(tmpdir(), `retake-camera-${process.pid}.mjpeg`)
const { args = [], ...launch } = playwrightConfig.use?.launchOptions ?? {}

/** A browser with two cameras, which both see what `showToCamera` was given last. Nobody is asked whether they may be used. */
export const withFakeCamera = {
  ...launch,
  args: [
    ...args,
    '--use-fake-device-for-media-stream=device-count=2',
    `--use-file-for-fake-video-capture=${videoPath}`,
  ],
}

/** Drawn specimens as a still video, as far as the camera is started after this. */
export async function showToCamera(kind: CaptureKind, ...spoil: SpoilOptions[]): Promise<void> {
  const { bytes } = await picture(kind, ...spoil)
  writeFileSync(videoPath, await sharp(bytes).jpeg({ quality: 95, chromaSubsampling: '4:2:0' }).toBuffer())
}
