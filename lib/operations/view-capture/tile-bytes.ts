import type { TileAddress } from '#lib/domain/tile-pyramid'
import { imagingPool } from '#lib/imaging/pool'
import { objectStore, originalKey, tileKey } from '#lib/storage/object-store'

const deriving = new Map<string, Promise<void>>()

/**
 * One tile of a capture. The first that is asked for has the whole pyramid made and kept, encrypted like everything else;
 * requests that come meanwhile wait for the same work. Null where the original is gone.
 */
export async function tileBytes(sha256: string, tile: TileAddress): Promise<Buffer | null> {
  const kept = await objectStore().get(tileKey(sha256, tile))
  if (kept) return kept
  const work = deriving.get(sha256) ?? deriveTiles(sha256).finally(() => deriving.delete(sha256))
  deriving.set(sha256, work)
  await work
  return objectStore().get(tileKey(sha256, tile))
}

async function deriveTiles(sha256: string): Promise<void> {
  const original = await objectStore().get(originalKey(sha256))
  if (!original) return
  const tiles = await imagingPool().deriveTiles(original)
  await Promise.all(tiles.map((tile) => objectStore().put(tileKey(sha256, tile), tile.bytes)))
}
