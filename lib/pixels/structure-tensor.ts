import type { TileSums } from './detail-tiles.ts'

/** Summed squared gradients across, down and between: how much a place changes in each direction. */
export type Tensor = readonly [xx: number, yy: number, xy: number]

/** A direction by what each part of a tensor counts in it: cos², sin² and 2 · cos · sin of its angle. */
export type Direction = readonly [xx: number, yy: number, xy: number]

/** Eight directions over half a turn. */
export const directions: readonly Direction[] = Array.from({ length: 8 }, (_, i) => {
  const [c, s] = [Math.cos((i * Math.PI) / 8), Math.sin((i * Math.PI) / 8)]
  return [c * c, s * s, 2 * c * s]
})

/** The part of a tensor's energy that lies in one direction. */
export function energyAlong(tensor: Tensor, direction: Direction): number {
  return direction[0] * tensor[0] + direction[1] * tensor[1] + direction[2] * tensor[2]
}

/** One tile's tensor. */
export function tensorAt({ xx, yy, xy }: TileSums, tile: number): Tensor {
  return [xx[tile]!, yy[tile]!, xy[tile]!]
}

/** The tensor of all tiles inside a mask. */
export function tensorOver(sums: TileSums, inside: ArrayLike<number>): Tensor {
  const total: [number, number, number] = [0, 0, 0]
  for (let i = 0; i < inside.length; i++) {
    if (!inside[i]) continue
    total[0] += sums.xx[i]!
    total[1] += sums.yy[i]!
    total[2] += sums.xy[i]!
  }
  return total
}

/** (λ₁ − λ₂) / (λ₁ + λ₂): 0 without a direction, 1 with one only. */
export function anisotropyOf([xx, yy, xy]: Tensor): number {
  return xx + yy === 0 ? 0 : Math.hypot(xx - yy, 2 * xy) / (xx + yy)
}

/** How many times two the first is of the second; both may be zero. */
export function octaves(a: number, b: number): number {
  return Math.log2((a + 0.001) / (b + 0.001))
}
