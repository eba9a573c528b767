import { expect, test } from 'vitest'
import { convolve, type FeatureMap, type StoredConvolution, unpack } from '#lib/pixels/small-network'

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+'

/** Any steps from −31 to 31, the same each time. */
function steps(count: number): number[] {
  return Array.from({ length: count }, (_, i) => ((i * 37 + 11) % 63) - 31)
}

function layerOf(shape: Partial<StoredConvolution> & { inputs: number; outputs: number }): StoredConvolution {
  const { inputs, outputs, kernel = 3, single = false } = shape
  const count = kernel * kernel * outputs * (single ? 1 : inputs)
  return {
    ...{ kernel, stride: 1, single, rectified: false },
    weights: steps(count)
      .map((step) => digits[step + 31])
      .join(''),
    factors: Array.from({ length: outputs }, (_, o) => 0.01 * (o + 1)),
    bias: Array.from({ length: outputs }, (_, o) => o - 1),
    ...shape,
  }
}

function mapOf(width: number, height: number, channels: number): FeatureMap {
  return { data: Float32Array.from(steps(width * height * channels)), width, height, channels }
}

/** The sum as the definition writes it. */
function expected(map: FeatureMap, layer: StoredConvolution, x: number, y: number, output: number): number {
  const { kernel, stride, single, inputs } = layer
  const perPlace = single ? 1 : inputs
  const weights = steps(layer.weights.length)
  let sum = layer.bias[output]!
  for (let row = 0; row < kernel; row++) {
    for (let column = 0; column < kernel; column++) {
      const [fromX, fromY] = [x * stride + column - (kernel >> 1), y * stride + row - (kernel >> 1)]
      if (fromX < 0 || fromY < 0 || fromX >= map.width || fromY >= map.height) continue
      for (let i = 0; i < perPlace; i++) {
        const weight = weights[((output * kernel + row) * kernel + column) * perPlace + i]! * layer.factors[output]!
        sum += weight * map.data[(fromY * map.width + fromX) * map.channels + (single ? output : i)]!
      }
    }
  }
  return layer.rectified ? Math.max(0, sum) : sum
}

test.each([
  ['of all channels together', { inputs: 3, outputs: 4 }],
  ['at every second place', { inputs: 2, outputs: 6, stride: 2 }],
  ['of one pixel, rectified', { inputs: 5, outputs: 2, kernel: 1, rectified: true }],
  ['of each channel by itself', { inputs: 4, outputs: 4, single: true }],
  ['of each channel by itself at every second place', { inputs: 4, outputs: 4, single: true, stride: 2 }],
])('a convolution %s is the sum its definition writes', (_, shape) => {
  const layer = layerOf(shape)
  const map = mapOf(7, 5, layer.inputs)
  const result = convolve(map, unpack(layer))
  expect([result.width, result.height, result.channels]).toEqual([
    Math.ceil(7 / layer.stride),
    Math.ceil(5 / layer.stride),
    layer.outputs,
  ])
  result.data.forEach((value, i) => {
    const [place, output] = [Math.floor(i / layer.outputs), i % layer.outputs]
    const at = expected(map, layer, place % result.width, Math.floor(place / result.width), output)
    expect(value).toBeCloseTo(at, 2)
  })
})
