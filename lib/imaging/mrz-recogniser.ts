import { readFileSync } from 'node:fs'
import { mrzAlphabet } from '#lib/domain/mrz-alphabet'
import { evenOut, type LineStrip, stripHeight } from '#lib/pixels/line-strip'
import { type ColumnChances, columnChances } from '#lib/pixels/mrz-grid'
import { type Tensor, type TensorFlow, tensorFlow } from './tensor-flow.ts'

interface StoredLayer {
  inputs: number
  outputs: number
  kernel: readonly [rows: number, columns: number]
  stride: readonly [down: number, across: number]
  padding: readonly [rows: number, columns: number]
  /** Signed bytes in base64, in the order output, row, column, input, to be multiplied by their output's factor. */
  weights: string
  factors: number[]
  bias: number[]
}

interface Layer {
  filter: Tensor
  bias: Tensor
  strides: readonly number[]
  pad: readonly (readonly number[])[]
  activation: 'relu' | 'linear'
}

let loaded: Promise<void> | undefined
let network: ((input: Float32Array, width: number) => Float32Array) | undefined

/** Has the network that scripts/train-mrz trained ready for `recogniseStrip`; loaded once. */
export function loadRecogniser(): Promise<void> {
  loaded ??= load()
  return loaded
}

/** What stands in each fourth column of a strip. Costs about 12 ms for a line of 44 characters. Throws before `loadRecogniser`. */
export function recogniseStrip(strip: LineStrip): ColumnChances {
  if (!network) throw new Error('The recogniser has not been loaded')
  return columnChances(network(evenOut(strip), strip.width), mrzAlphabet.length + 1)
}

async function load(): Promise<void> {
  const path = new URL('mrz-recogniser.json', import.meta.url)
  const stored = JSON.parse(readFileSync(path, 'utf8')) as { layers: StoredLayer[] }
  const flow = await tensorFlow()
  const layers = stored.layers.map((layer, i) => prepared(flow, layer, i === stored.layers.length - 1))
  network = (input, width) =>
    flow.tidy(() => {
      const strip = flow.tensor(input, [1, stripHeight, width, 1])
      return layers.reduce((x, layer) => flow.fused.conv2d({ x, ...layer }), strip).dataSync()
    })
}

/** A layer as TensorFlow.js wants it: weights in the order row, column, input, output. */
function prepared({ tensor }: TensorFlow, layer: StoredLayer, isLast: boolean): Layer {
  const { inputs, outputs, kernel, stride, padding, weights, factors, bias } = layer
  const bytes = new Int8Array(Buffer.from(weights, 'base64'))
  const perOutput = bytes.length / outputs
  const turned = Float32Array.from(bytes, (_, i) => {
    const output = i % outputs
    return bytes[output * perOutput + Math.floor(i / outputs)]! * factors[output]!
  })
  const [rows, columns] = padding
  return {
    filter: tensor(turned, [...kernel, inputs, outputs]),
    bias: tensor(Float32Array.from(bias), [outputs]),
    strides: stride,
    pad: [
      [0, 0],
      [rows, rows],
      [columns, columns],
      [0, 0],
    ],
    activation: isLast ? 'linear' : 'relu',
  }
}
