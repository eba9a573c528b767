/** A convolution as `scripts/train-outline` writes it. */
export interface StoredConvolution {
  inputs: number
  outputs: number
  /** Side of the kernel, odd; the picture's border is padded with zeros so that stride 1 keeps the size. */
  kernel: number
  stride: number
  /** True where each channel is looked at by itself. */
  single: boolean
  /** True where the result is cut off at zero. */
  rectified: boolean
  /** A digit for each, in the order output, row, column, input, to be multiplied by their output's factor. */
  weights: string
  factors: number[]
  bias: number[]
}

export interface Convolution extends Omit<StoredConvolution, 'weights' | 'factors'> {
  /** In the order output, row, column, input; where channels stand alone in the order row, column, channel. */
  weights: Float32Array
}

/** Interleaved channels, row-major: `(y × width + x) × channels + channel`. */
export interface FeatureMap {
  data: Float32Array
  width: number
  height: number
  channels: number
}

/** Each stands for its place here less 31. */
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+'

/** A stored convolution's weights as numbers. */
export function unpack({ weights, factors, ...rest }: StoredConvolution): Convolution {
  const perOutput = weights.length / rest.outputs
  const values = new Float32Array(weights.length)
  for (let i = 0; i < weights.length; i++) {
    const output = Math.floor(i / perOutput)
    const value = (digits.indexOf(weights[i]!) - 31) * factors[output]!
    values[rest.single ? (i % perOutput) * rest.outputs + output : i] = value
  }
  return { ...rest, weights: values }
}

/** About 0.7 ns a multiplication. */
export function convolve(map: FeatureMap, layer: Convolution): FeatureMap {
  const pad = layer.kernel >> 1
  const height = Math.floor((map.height + 2 * pad - layer.kernel) / layer.stride) + 1
  const width = Math.floor((map.width + 2 * pad - layer.kernel) / layer.stride) + 1
  const result = { data: new Float32Array(width * height * layer.outputs), width, height, channels: layer.outputs }
  if (layer.single) convolveSingly(map, layer, result)
  else convolveTogether(map, layer, result)
  return layer.rectified ? rectify(result) : result
}

/** Cuts off at zero, in place. */
export function rectify(map: FeatureMap): FeatureMap {
  const { data } = map
  for (let i = 0; i < data.length; i++) if (data[i]! < 0) data[i] = 0
  return map
}

function convolveSingly(map: FeatureMap, { kernel, stride, weights, bias }: Convolution, result: FeatureMap): void {
  const { channels } = map
  const pad = kernel >> 1
  for (let y = 0, at = 0; y < result.height; y++) {
    for (let x = 0; x < result.width; x++, at += channels) {
      for (let c = 0; c < channels; c++) result.data[at + c] = bias[c]!
      for (let row = 0; row < kernel; row++) {
        const fromY = y * stride - pad + row
        if (fromY < 0 || fromY >= map.height) continue
        for (let column = 0; column < kernel; column++) {
          const fromX = x * stride - pad + column
          if (fromX < 0 || fromX >= map.width) continue
          const from = (fromY * map.width + fromX) * channels
          const weight = (row * kernel + column) * channels
          for (let c = 0; c < channels; c++) result.data[at + c]! += weights[weight + c]! * map.data[from + c]!
        }
      }
    }
  }
}

/** Patches are laid out as rows and multiplied four rows by two outputs at a time, which keeps sums in registers. */
function convolveTogether(map: FeatureMap, layer: Convolution, { data, width, height }: FeatureMap): void {
  const length = layer.kernel ** 2 * layer.inputs
  // Four rows more than one line of the result needs, so that the last four can always be multiplied at once.
  const patches = new Float32Array((width + 4) * length)
  for (let y = 0; y < height; y++) {
    layPatches(map, layer, y, width, patches)
    multiply(patches, layer, length, width, data.subarray(y * width * layer.outputs, (y + 1) * width * layer.outputs))
  }
}

/** The input under the kernel for every place of one line of the result, zeros outside. */
function layPatches(map: FeatureMap, layer: Convolution, y: number, width: number, patches: Float32Array): void {
  const { kernel, stride } = layer
  const { channels } = map
  const pad = kernel >> 1
  const span = kernel * channels
  patches.fill(0)
  for (let x = 0; x < width; x++) {
    const left = x * stride - pad
    const from = Math.max(0, left)
    const to = Math.min(map.width, left + kernel)
    for (let row = 0; row < kernel; row++) {
      const top = y * stride - pad + row
      if (top < 0 || top >= map.height || to <= from) continue
      let target = (x * kernel + row) * span + (from - left) * channels
      const end = (top * map.width + to) * channels
      for (let source = (top * map.width + from) * channels; source < end; source++)
        patches[target++] = map.data[source]!
    }
  }
}

function multiply(patches: Float32Array, layer: Convolution, length: number, width: number, out: Float32Array): void {
  const { weights, bias, outputs } = layer
  for (let x = 0; x < width; x += 4) {
    const [r0, r1, r2, r3] = [x * length, (x + 1) * length, (x + 2) * length, (x + 3) * length] as const
    for (let o = 0; o < outputs; o += 2) {
      const w0 = o * length
      const w1 = (o + 1) * length
      let [a0, a1, a2, a3, b0, b1, b2, b3] = [0, 0, 0, 0, 0, 0, 0, 0]
      for (let k = 0; k < length; k++) {
        const u = weights[w0 + k]!
        const v = weights[w1 + k]!
        const p0 = patches[r0 + k]!
        const p1 = patches[r1 + k]!
        const p2 = patches[r2 + k]!
        const p3 = patches[r3 + k]!
        a0 += u * p0
        b0 += v * p0
        a1 += u * p1
        b1 += v * p1
        a2 += u * p2
        b2 += v * p2
        a3 += u * p3
        b3 += v * p3
      }
      const at = x * outputs + o
      const left = width - x
      out[at] = a0 + bias[o]!
      out[at + 1] = b0 + bias[o + 1]!
      if (left > 1) {
        out[at + outputs] = a1 + bias[o]!
        out[at + outputs + 1] = b1 + bias[o + 1]!
      }
      if (left > 2) {
        out[at + 2 * outputs] = a2 + bias[o]!
        out[at + 2 * outputs + 1] = b2 + bias[o + 1]!
      }
      if (left > 3) {
        out[at + 3 * outputs] = a3 + bias[o]!
        out[at + 3 * outputs + 1] = b3 + bias[o + 1]!
      }
    }
  }
}
