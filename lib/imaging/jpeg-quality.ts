/** The luma table of ITU-T T.81, table K.1, in zigzag order; libjpeg's quality 50. */
const standardLuma = [
  16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51, 61,
  60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77, 113, 121,
  112, 100, 120, 92, 101, 103, 99,
]

/** The table that libjpeg makes for a quality of 1–100 (jcparam.c, `jpeg_quality_scaling`). */
export function libjpegTable(quality: number): number[] {
  const scale = quality < 50 ? Math.floor(5000 / quality) : 200 - 2 * quality
  return standardLuma.map((step) => Math.min(255, Math.max(1, Math.floor((step * scale + 50) / 100))))
}

const libjpegTables = Array.from({ length: 100 }, (_, index) => libjpegTable(index + 1))

/**
 * Quality 1–100 whose libjpeg table comes nearest to this one of 64 steps: exact for libjpeg's own, a fit by the steps' mean
 * difference in logarithms for cameras and programs that bring their own tables.
 */
export function libjpegQuality(table: readonly number[]): number {
  let [best, least] = [50, Number.POSITIVE_INFINITY]
  libjpegTables.forEach((candidate, index) => {
    let difference = 0
    for (let k = 0; k < 64; k++) difference += Math.abs(Math.log(Math.max(1, table[k]!) / candidate[k]!))
    if (difference <= least) [best, least] = [index + 1, difference]
  })
  return best
}
