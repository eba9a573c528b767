import { createRequire } from 'node:module'
import { dirname, sep } from 'node:path'

/** What of TensorFlow.js is used here. */
export interface Tensor {
  data(): Promise<Float32Array>
  dataSync(): Float32Array
  dispose(): void
}
interface Convolution {
  x: Tensor
  filter: Tensor
  bias: Tensor
  strides: readonly number[]
  /** Before and after each of batch, rows, columns and channels. */
  pad: readonly (readonly number[])[]
  activation: 'relu' | 'linear'
}
export interface TensorFlow {
  env(): { set(flag: string, value: boolean): void }
  setBackend(name: string): Promise<boolean>
  tensor(values: Float32Array, shape: readonly number[]): Tensor
  /** Disposes all tensors made meanwhile but the answer's. */
  tidy<Answer>(work: () => Answer): Answer
  fused: { conv2d(convolution: Convolution): Tensor }
}
interface WasmBackend {
  setWasmPaths(folder: string): void
}

const require = createRequire(import.meta.url)
let started: Promise<TensorFlow> | undefined

/** TensorFlow.js in WebAssembly on one thread, its binaries beside its own module: nothing is fetched. Started once, in 50 ms. */
export function tensorFlow(): Promise<TensorFlow> {
  started ??= start()
  return started
}

async function start(): Promise<TensorFlow> {
  const core: TensorFlow = require('@tensorflow/tfjs-core')
  const backend = require.resolve('@tensorflow/tfjs-backend-wasm')
  const { setWasmPaths } = require(backend) as WasmBackend
  setWasmPaths(dirname(backend) + sep)
  core.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  if (!(await core.setBackend('wasm'))) throw new Error('WebAssembly is not to be had for the networks')
  return core
}
