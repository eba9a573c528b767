/** Interleaved samples, row-major, of one channel or several. */
interface Stored {
  data: Uint8Array
  width: number
  height: number
}

/** As EXIF says it: 1, and whatever it leaves undefined. */
export function isUpright(orientation: number): boolean {
  return !(orientation > 1 && orientation <= 8)
}

/**
 * The picture turned as EXIF orientation 1–8 asks; itself, where it is upright. Source: EXIF 2.32, 4.6.5.1.3: where the stored first
 * row and column lie in the upright picture.
 */
export function turnUpright(stored: Stored, orientation: number): Stored {
  if (isUpright(orientation)) return stored
  const { data, width, height } = stored
  const channels = data.length / (width * height)
  const swapped = orientation >= 5
  const [across, down] = swapped ? [height, width] : [width, height]
  const fromRight = orientation === 2 || orientation === 3 || orientation === 6 || orientation === 7
  const fromBelow = orientation === 3 || orientation === 4 || orientation === 7 || orientation === 8
  // Place of the stored top left, and the step for a stored pixel to the right and below, in samples.
  const origin = channels * ((fromRight ? across - 1 : 0) + (fromBelow ? down - 1 : 0) * across)
  const [alongX, alongY] = [channels * (fromRight ? -1 : 1), channels * across * (fromBelow ? -1 : 1)]
  const [stepX, stepY] = swapped ? [alongY, alongX] : [alongX, alongY]
  const upright = new Uint8Array(data.length)
  // In blocks that stay in the cache, since a turned row is written down a column.
  for (let top = 0; top < height; top += block) {
    for (let left = 0; left < width; left += block) {
      const bottom = Math.min(height, top + block)
      const right = Math.min(width, left + block)
      for (let y = top; y < bottom; y++) {
        let to = origin + y * stepY + left * stepX
        const end = (y * width + right) * channels
        for (let at = (y * width + left) * channels; at < end; at += channels, to += stepX)
          for (let channel = 0; channel < channels; channel++) upright[to + channel] = data[at + channel]!
      }
    }
  }
  return { data: upright, width: across, height: down }
}

const block = 64
