/** JPEG quality 0–1 of a frame: print stays clean, and 8 megapixels stay below the usual limit of 8 MB (docs/decisions/043). */
const quality = 0.92

/** What the video shows now in all its pixels, as the file a camera would have made; null where the browser can't. */
export async function takePicture(video: HTMLVideoElement, name: string): Promise<File | null> {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
  return blob && new File([blob], name, { type: blob.type })
}
