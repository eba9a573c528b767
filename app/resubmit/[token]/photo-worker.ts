import { liveChecks, longestSidePx } from '#lib/checks/live-checks'
import type { LivePolicy } from '#lib/checks/live-policy'
import type { CaptureKind } from '#lib/domain/capture'
import { type PhotoLook, photoLook } from './photo-look.ts'

/** What the worker is asked: a photo on this device or a frame of its camera, what it should show, and the rules. */
export interface PhotoQuestion {
  picture: Blob | ImageBitmap
  kind: CaptureKind
  policy: LivePolicy
}

self.onmessage = async ({ data }: MessageEvent<PhotoQuestion>) => {
  self.postMessage(await look(data).catch(() => null))
}

/** Null where the browser can't read the photo or nothing should be said of it. */
async function look({ picture, kind, policy }: PhotoQuestion): Promise<PhotoLook | null> {
  const frame = await uprightFrame(picture)
  return photoLook(await liveChecks(frame, kind, policy), { widthPx: frame.width, heightPx: frame.height })
}

/** The photo turned upright and drawn as small as the server's checks see it. */
async function uprightFrame(picture: Blob | ImageBitmap): Promise<ImageData> {
  const full =
    picture instanceof ImageBitmap ? picture : await createImageBitmap(picture, { imageOrientation: 'from-image' })
  const scale = Math.min(1, longestSidePx / Math.max(full.width, full.height))
  const [width, height] = [full.width, full.height].map((side) => Math.max(1, Math.round(side * scale))) as [
    number,
    number,
  ]
  const small = await createImageBitmap(full, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' })
  full.close()
  const context = new OffscreenCanvas(width, height).getContext('2d')!
  context.drawImage(small, 0, 0)
  small.close()
  return context.getImageData(0, 0, width, height)
}
