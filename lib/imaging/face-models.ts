import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Tensor, tensorFlow } from './tensor-flow.ts'

interface GraphModel {
  /** Runs the graph; answers in the order of `outputs`. */
  execute(input: Tensor, outputs: string[]): Tensor | Tensor[]
}
interface Converter {
  loadGraphModel(source: { load(): Promise<object> }): Promise<GraphModel>
}
/** The networks used, with the shape each wants: `side × side` pixels of RGB. */
const networks = {
  /** Finds faces: BlazeFace, back camera. 384 large and 512 small places. */
  blazeface: { side: 256, outputs: ['Identity_1', 'Identity', 'Identity_3', 'Identity_2'] },
  /** 468 points on a face and how surely there is one. */
  facemesh: { side: 192, outputs: ['Identity_2', 'Identity_1'] },
  /** An eye's lids and iris, 76 points. */
  iris: { side: 64, outputs: ['Identity'] },
  /** 1024 numbers to tell faces apart by. */
  faceres: { side: 224, outputs: ['global_pooling/Mean'] },
} as const
export type Network = keyof typeof networks

const require = createRequire(import.meta.url)
const loaded = new Map<Network, Promise<GraphModel>>()

/** The networks come as files of the npm package `human`, of which nothing else is used. */
async function load(name: Network): Promise<GraphModel> {
  const { loadGraphModel } = require('@tensorflow/tfjs-converter') as Converter
  const folder = join(dirname(require.resolve('@vladmandic/human')), '../models')
  const { modelTopology, weightsManifest } = JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'))
  const weights = await readFile(join(folder, `${name}.bin`))
  const weightSpecs = weightsManifest.flatMap((group: { weights: object[] }) => group.weights)
  const weightData = weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.byteLength)
  return loadGraphModel({ load: async () => ({ modelTopology, weightSpecs, weightData }) })
}

/** Side in pixels of the square that a network looks at. */
export function inputSide(network: Network): number {
  return networks[network].side
}

/**
 * Runs a network on a square of RGB (`side² × 3` numbers in the network's own range); loads it on first use and keeps it.
 * CPU per run on one core: blazeface 20 ms, facemesh 10 ms, iris 10 ms, faceres 90 ms.
 */
export async function runNetwork(network: Network, square: Float32Array): Promise<Float32Array[]> {
  const { tensor } = await tensorFlow()
  if (!loaded.has(network)) loaded.set(network, load(network))
  const model = await loaded.get(network)!
  const { side, outputs } = networks[network]
  const input = tensor(square, [1, side, side, 3])
  const answers = [model.execute(input, [...outputs])].flat()
  const values = await Promise.all(answers.map((answer) => answer.data()))
  for (const one of [input, ...answers]) one.dispose()
  return values
}
