import type { Plane } from '#lib/domain/artifacts'

/** The plane turned a quarter clockwise: what was its left side is on top. Costs about 8 ms at 1600 px. */
export function quarterTurned({ data, width, height }: Plane): Plane {
  const turned = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    const column = height - 1 - y
    for (let x = 0, at = y * width; x < width; x++, at++) turned[x * height + column] = data[at]!
  }
  return { data: turned, width: height, height: width }
}
