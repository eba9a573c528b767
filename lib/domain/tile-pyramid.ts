/** Long sides, in pixels, of the whole pictures made of a capture; smaller captures are never enlarged. */
export const thumbSidePx = 320
/** Fills a stage of an ordinary screen. */
export const fitSidePx = 1280
export const viewSidePx = 2400

/** Side of a tile: a stage of 1,000 × 850 px is covered by at most twelve at one pixel for one. */
export const tilePx = 512

/** One size at which a capture is cut into tiles. Level 0 has its own pixels, each further one half as many a side. */
export interface PyramidLevel {
  level: number
  widthPx: number
  heightPx: number
  columns: number
  rows: number
}

/** A tile, counted from the upper left of its level. */
export interface TileAddress {
  level: number
  column: number
  row: number
}

interface UprightSize {
  widthPx: number
  heightPx: number
}

/** The levels that show more than the whole view does, the finest first; none for a picture no larger than the view. */
export function pyramidLevels({ widthPx, heightPx }: UprightSize): PyramidLevel[] {
  const levels: PyramidLevel[] = []
  for (let level = 0; Math.max(widthPx, heightPx) / 2 ** level > viewSidePx; level++) {
    const [width, height] = [Math.ceil(widthPx / 2 ** level), Math.ceil(heightPx / 2 ** level)]
    const [columns, rows] = [Math.ceil(width / tilePx), Math.ceil(height / tilePx)]
    levels.push({ level, widthPx: width, heightPx: height, columns, rows })
  }
  return levels
}

/** Every tile of a level, row by row. */
export function tilesOf({ level, columns, rows }: PyramidLevel): TileAddress[] {
  return Array.from({ length: columns * rows }, (_, index) => ({
    level,
    column: index % columns,
    row: Math.floor(index / columns),
  }))
}

/** Where a tile lies in its level's pixels, cut at the right and lower edge; null where the capture has no such tile. */
export function tileBox(size: UprightSize, { level, column, row }: TileAddress): TileBox | null {
  const found = pyramidLevels(size)[level]
  if (!found || column < 0 || row < 0 || column >= found.columns || row >= found.rows) return null
  const [left, top] = [column * tilePx, row * tilePx]
  return {
    left,
    top,
    width: Math.min(tilePx, found.widthPx - left),
    height: Math.min(tilePx, found.heightPx - top),
  }
}

export interface TileBox {
  left: number
  top: number
  width: number
  height: number
}
