import type { Plane } from '#lib/domain/artifacts'

export interface PageBorder {
  /** Share of the picture's outermost 1.5 % that is white (248 and more). */
  white: number
  /** Share of it that equals its neighbour exactly: 1 where nothing of a sensor is in it. */
  flat: number
}

/** Looks at the picture's outermost 1.5 % on all sides, at a luma plane of any size. Below 5 ms at 1600 px. */
export function pageBorder({ data, width, height }: Plane): PageBorder {
  const depth = Math.max(2, Math.round(0.015 * Math.min(width, height)))
  let [all, white, flat] = [0, 0, 0]
  const look = (from: number, to: number) => {
    for (let at = from + 1; at < to; at++) {
      all++
      if (data[at]! >= 248) white++
      if (data[at] === data[at - 1]) flat++
    }
  }
  for (let y = 0; y < height; y++) {
    const row = y * width
    if (y < depth || y >= height - depth) look(row, row + width)
    else {
      look(row, row + depth)
      look(row + width - depth, row + width)
    }
  }
  // A picture a pixel wide has no neighbours.
  return all === 0 ? { white: 0, flat: 0 } : { white: white / all, flat: flat / all }
}
