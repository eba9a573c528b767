/**
 * JPEG quality 0–1 of a frame. Print stays clean at 0.92, and 4K takes 2–3 MB; a small webcam's frame is kept as it is, so that
 * it is not taken for the copy a messenger makes of a photo (docs/decisions/043).
 */
const qualityOf = (pixels: number) => (pixels < 1_000_000 ? 1 : 0.92)

/** A still picture of the camera's own is waited for where it shows much more than the video. */
const worthwhile = 2
const patienceMs = 3000

export interface PictureOptions {
  name: string
  maxSizeBytes: number
}

/**
 * What the camera sees now, as the file it would have made: its own still picture where that has at least twice the pixels, or
 * else the video's frame. Null where the browser gives neither.
 */
export async function takePicture(
  video: HTMLVideoElement,
  { name, maxSizeBytes }: PictureOptions,
): Promise<File | null> {
  const [track] = (video.srcObject as MediaStream).getVideoTracks()
  const frame = frameOf(video)
  const still = track ? await stillOf(track, frame.width * frame.height, maxSizeBytes) : null
  const blob = still ?? (await jpegOf(frame))
  return blob && new File([blob], name, { type: blob.type })
}

function frameOf(video: HTMLVideoElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  return canvas
}

function jpegOf(frame: HTMLCanvasElement): Promise<Blob | null> {
  return new Promise((resolve) => frame.toBlob(resolve, 'image/jpeg', qualityOf(frame.width * frame.height)))
}

/** Null unless it comes in time, is a JPEG that may be sent and shows what was promised: many cameras fail at it. */
async function stillOf(track: MediaStreamTrack, framePixels: number, maxSizeBytes: number): Promise<Blob | null> {
  if (typeof ImageCapture !== 'function') return null
  const take = async () => {
    const capture = new ImageCapture(track)
    const { imageWidth, imageHeight } = await capture.getPhotoCapabilities()
    const [width, height] = [imageWidth?.max ?? 0, imageHeight?.max ?? 0]
    if (width * height < worthwhile * framePixels) return null
    const blob = await capture.takePhoto({ imageWidth: width, imageHeight: height })
    if (blob.type !== 'image/jpeg' || blob.size > maxSizeBytes) return null
    const picture = await createImageBitmap(blob)
    const isLarger = picture.width * picture.height > framePixels
    picture.close()
    return isLarger ? blob : null
  }
  const late = new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null))
  return Promise.race([take().catch(() => null), late])
}
