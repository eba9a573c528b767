import { boundingBox } from '#lib/domain/region'
import {
  fitSidePx,
  type PyramidLevel,
  pyramidLevels,
  type TileAddress,
  tileBox,
  tilePx,
  viewSidePx,
} from '#lib/domain/tile-pyramid'
import { type CaptureView, pictureMatrix, type Size, scaleOf, unproject } from './capture-geometry.ts'

/** A tile with its place in the picture's own pixels. */
export interface PlacedTile extends TileAddress {
  key: string
  left: number
  top: number
  width: number
  height: number
}

/** True where the stage shows more pixels than the picture made to fit it has. `density` is device pixels for one CSS pixel. */
export function needsWholeView(view: CaptureView, picture: Size, stage: Size, density: number): boolean {
  return scaleOf(view, picture, stage) * density * longSide(picture) > Math.min(fitSidePx, longSide(picture))
}

/**
 * The tiles that a view needs to be sharp, those of coarser levels first: they lie under the finer ones while these arrive.
 * None while the whole view has pixels enough.
 */
export function visibleTiles(view: CaptureView, picture: Size, stage: Size, density: number): PlacedTile[] {
  const scale = scaleOf(view, picture, stage) * density
  if (scale * longSide(picture) <= viewSidePx) return []
  const levels = pyramidLevels({ widthPx: picture.width, heightPx: picture.height })
  // A level is enough as long as its pixels are not enlarged.
  const finest = Math.min(levels.length - 1, Math.max(0, Math.floor(Math.log2(1 / scale))))
  const matrix = pictureMatrix(view, picture, stage)
  const corners = [
    [0, 0],
    [stage.width, 0],
    [stage.width, stage.height],
    [0, stage.height],
  ] as const
  const seen = boundingBox(corners.map((corner) => unproject(corner, matrix)))
  return levels
    .filter(({ level }) => level >= finest)
    .reverse()
    .flatMap((level) => tilesWithin(level, picture, seen))
}

function tilesWithin(level: PyramidLevel, picture: Size, [left, top, right, bottom]: readonly number[]): PlacedTile[] {
  const scale = picture.width / level.widthPx
  const span = (from: number, to: number, count: number) => {
    const first = Math.max(0, Math.floor(from / scale / tilePx))
    const last = Math.min(count - 1, Math.floor(to / scale / tilePx))
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  }
  return span(top!, bottom!, level.rows).flatMap((row) =>
    span(left!, right!, level.columns).map((column) => placed({ level: level.level, column, row }, picture, level)),
  )
}

function placed(tile: TileAddress, picture: Size, level: PyramidLevel): PlacedTile {
  const box = tileBox({ widthPx: picture.width, heightPx: picture.height }, tile)!
  const [across, down] = [picture.width / level.widthPx, picture.height / level.heightPx]
  return {
    ...tile,
    key: `${tile.level}/${tile.column}/${tile.row}`,
    left: box.left * across,
    top: box.top * down,
    width: box.width * across,
    height: box.height * down,
  }
}

function longSide({ width, height }: Size): number {
  return Math.max(width, height)
}
