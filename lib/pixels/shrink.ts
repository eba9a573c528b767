import type { Picture, Plane } from '#lib/domain/artifacts'

/** Averages `factor × factor` blocks of each colour; a rest narrower than a block at the right and bottom is dropped. */
export function shrinkPicture(picture: Picture, factor: number): Picture {
  return factor === 1 ? picture : shrinkChannels(picture, 3, factor)
}

/** Averages `factor × factor` blocks; a rest narrower than a block at the right and bottom is dropped. */
export function shrinkPlane(plane: Plane, factor: number): Plane {
  return factor === 1 ? plane : shrinkChannels(plane, 1, factor)
}

function shrinkChannels(source: Plane, channels: number, factor: number): Plane {
  const width = Math.max(1, Math.floor(source.width / factor))
  const height = Math.max(1, Math.floor(source.height / factor))
  const across = Math.min(factor, source.width)
  const down = Math.min(factor, source.height)
  const data = new Uint8Array(width * height * channels)
  const sums = new Uint32Array(width * channels)
  const area = across * down
  for (let y = 0; y < height; y++) {
    sums.fill(0)
    for (let dy = 0; dy < down; dy++)
      addRow(sums, source, (y * factor + dy) * source.width * channels, across, factor, channels)
    const to = y * width * channels
    for (let i = 0; i < sums.length; i++) data[to + i] = (sums[i]! + (area >> 1)) / area
  }
  return { data, width, height }
}

function addRow(
  sums: Uint32Array,
  { data }: Plane,
  row: number,
  across: number,
  factor: number,
  channels: number,
): void {
  for (let i = 0, block = 0; i < sums.length; i += channels, block += factor * channels) {
    for (let dx = 0; dx < across; dx++) {
      for (let c = 0; c < channels; c++) sums[i + c]! += data[row + block + dx * channels + c]!
    }
  }
}
