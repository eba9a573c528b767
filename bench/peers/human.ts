import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { decodeCapture } from '#lib/imaging/decode-capture'

interface Human {
  tf: { tensor(data: Uint8Array, shape: number[], type: 'float32'): { dispose(): void } }
  detect(picture: object): Promise<{ face: unknown[] }>
}

const require = createRequire(import.meta.url)
let loaded: Promise<Human> | undefined

/** Human 3.3.6 as its makers ship it, on the same networks: its `exports` are broken and its models want a fetch of `file://`. */
async function load(): Promise<Human> {
  const folder = dirname(require.resolve('@vladmandic/human'))
  const fetchOf = globalThis.fetch
  globalThis.fetch = async (input, options) => {
    const url = String(input)
    return url.startsWith('file://') ? new Response(await readFile(fileURLToPath(url))) : fetchOf(input, options)
  }
  const { Human: HumanClass } = require(join(folder, 'human.node-wasm.js'))
  const off = { enabled: false }
  const face = {
    enabled: true,
    detector: { maxDetected: 50, minConfidence: 0.3, rotation: true },
    iris: off,
    emotion: off,
    description: off,
    antispoof: off,
    liveness: off,
  }
  return new HumanClass({
    backend: 'wasm',
    wasmPath: `${dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`,
    modelBasePath: pathToFileURL(join(folder, '../models')).href,
    cacheSensitivity: 0,
    cacheModels: false,
    filter: off,
    face,
    body: off,
    hand: off,
    object: off,
    gesture: off,
    segmentation: off,
  })
}

/** How many faces Human counts in a picture of at most 1600 px. */
export async function countByHuman(path: string): Promise<number> {
  loaded ??= load()
  const human = await loaded
  const { picture } = await decodeCapture(await readFile(path))
  const tensor = human.tf.tensor(picture.data, [1, picture.height, picture.width, 3], 'float32')
  const { face } = await human.detect(tensor)
  tensor.dispose()
  return face.length
}
