import type { TileAddress } from '#lib/domain/tile-pyramid'

/** Where the browser gets a capture: as large as a stage (`fit`), closer (`view`), or for a list (`thumb`). */
export function captureUrl(captureId: string, size: 'thumb' | 'fit' | 'view'): string {
  return `/api/captures/${captureId}?size=${size}`
}

/** Where it gets one tile of the capture's own pixels. */
export function tileUrl(captureId: string, { level, column, row }: TileAddress): string {
  return `/api/captures/${captureId}/tiles/${level}/${column}/${row}`
}
