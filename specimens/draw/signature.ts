import { makeRandom } from '../random.ts'
import { smoothPath } from './guilloche.ts'

/** A scribble in pen that belongs to the name, inside a box in the unit of the drawing. */
export function signature(name: string, x: number, y: number, width: number, height: number): string {
  const random = makeRandom(`signature/${name}`)
  const points: [number, number][] = []
  const letters = Math.max(5, Math.min(11, name.length))
  for (let letter = 0; letter < letters; letter++) {
    const left = x + (width * letter) / letters
    const tall = letter === 0 || random.chance(0.28)
    const reach = height * (tall ? random.between(0.7, 1) : random.between(0.25, 0.45))
    const stride = width / letters
    points.push(
      [left, y + height * 0.72],
      [left + stride * random.between(0.1, 0.5), y + height * 0.78 - reach],
      [left + stride * random.between(0.3, 0.7), y + height * (tall ? 0.9 : 0.75)],
      [left + stride * random.between(0, 0.4), y + height * 0.7],
    )
  }
  points.push([x + width, y + height * 0.5], [x + width * 1.05, y + height * 0.6])
  return `<path d="${smoothPath(points)}" fill="none" stroke="#1d2550" stroke-width="${height * 0.045}" stroke-linecap="round"/>`
}
