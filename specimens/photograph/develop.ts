import type { Picture } from '#lib/domain/artifacts'
import { makeRandom, type Random } from '../random.ts'
import { type Field, sampleRow } from './field.ts'
import { byteOfLinear, type Scene } from './linear.ts'

/** Light on a scene and the camera's way with it. */
export interface Exposure {
  /** Multiplies the scene's reflectance; 1 makes white paper just white. */
  light: Field
  /** Light that the surface throws back by itself (glare), in the same measure; per channel. */
  added: readonly [red: Field, green: Field, blue: Field] | null
  /** Gains of the channels: the colour of the light after white balance. */
  gains: readonly [red: number, green: number, blue: number]
  /** Standard deviation of the sensor's noise in the developed picture, in steps of 255. */
  noise: number
}

/** Linear light is looked up in steps of 1/4096, up to the light at which the sensor is full. */
const stepsPerUnit = 4096
const full = 1.5 * stepsPerUnit
const curve = Float32Array.from({ length: full }, (_, step) => tone(step / stepsPerUnit))

/** A phone's rendering: sRGB with a gentle shoulder above 0.8, so that lights roll off before they clip. */
function tone(light: number): number {
  return byteOfLinear(light <= 0.8 ? light : 0.8 + 0.2 * (1 - Math.exp(-(light - 0.8) / 0.2)))
}

const noiseSide = 512
let noiseTile: Int8Array | null = null

/** Noise of standard deviation 24, interleaved RGB: mostly brightness, a little colour, slightly soft as after demosaicing. */
function noiseOf(): Int8Array {
  if (noiseTile) return noiseTile
  const random = makeRandom('sensor')
  const raw = Float32Array.from(
    { length: noiseSide * noiseSide * 4 },
    () => random.next() + random.next() + random.next() - 1.5,
  )
  const tile = new Int8Array(noiseSide * noiseSide * 3)
  const mask = noiseSide * noiseSide - 1
  for (let pixel = 0; pixel <= mask; pixel++) {
    const right = (pixel + 1) & mask
    const below = (pixel + noiseSide) & mask
    const soft = (plane: number) => raw[pixel * 4 + plane]! + 0.5 * (raw[right * 4 + plane]! + raw[below * 4 + plane]!)
    for (let channel = 0; channel < 3; channel++) {
      tile[pixel * 3 + channel] = Math.max(-127, Math.min(127, Math.round(34 * (soft(3) + 0.45 * soft(channel)))))
    }
  }
  noiseTile = tile
  return tile
}

/** Exposes the scene and renders it to sRGB bytes with noise. About 20 ns a pixel. */
export function develop(scene: Scene, exposure: Exposure, random: Random): Picture {
  const { width, height, data: reflectance } = scene
  // The clamped view rounds and keeps within 0–255.
  const picture = new Uint8ClampedArray(width * height * 3)
  const light = new Float32Array(width)
  const shine = [new Float32Array(width), new Float32Array(width), new Float32Array(width)] as const
  const grain = noiseOf()
  const [shiftX, shiftY] = [random.whole(0, noiseSide - 1), random.whole(0, noiseSide - 1)]
  const perStep = exposure.noise / 24
  const [red, green, blue] = exposure.gains.map((gain) => (gain * stepsPerUnit) / 65535) as [number, number, number]
  for (let row = 0, at = 0; row < height; row++) {
    const y = (row + 0.5) / height
    sampleRow(exposure.light, y, light)
    exposure.added?.forEach((field, channel) => {
      sampleRow(field, y, shine[channel]!)
    })
    const grainRow = ((row + shiftY) & (noiseSide - 1)) * noiseSide
    for (let column = 0; column < width; column++, at += 3) {
      const bright = light[column]!
      const speck = (grainRow + ((column + shiftX) & (noiseSide - 1))) * 3
      picture[at] = rendered(
        reflectance[at]! * bright * red + shine[0][column]! * stepsPerUnit,
        grain[speck]! * perStep,
      )
      picture[at + 1] = rendered(
        reflectance[at + 1]! * bright * green + shine[1][column]! * stepsPerUnit,
        grain[speck + 1]! * perStep,
      )
      picture[at + 2] = rendered(
        reflectance[at + 2]! * bright * blue + shine[2][column]! * stepsPerUnit,
        grain[speck + 2]! * perStep,
      )
    }
  }
  return { data: new Uint8Array(picture.buffer), width, height }
}

/** A curve step with its noise; where the sensor is full there is none. */
function rendered(step: number, noise: number): number {
  if (step >= full) return 255
  return curve[step | 0]! + noise
}
