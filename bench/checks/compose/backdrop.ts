import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sharp } from '#lib/imaging/guarded-sharp'
import { hexOf } from '#specimens/draw/colour'
import type { FlatDocument } from '#specimens/draw/document'
import type { DocumentView } from '#specimens/photograph/camera'
import { clutterLayer } from '#specimens/photograph/clutter'
import { layTable } from '#specimens/photograph/compose-document'
import { layOver } from '#specimens/photograph/compose-selfie'
import { linearOfByte, type Scene } from '#specimens/photograph/linear'
import { type Background, setTable } from '#specimens/photograph/table'
import type { Random } from '#specimens/random'
import { readTable } from '../../read-table.ts'

/** Sets of the corpus whose pictures show no identity document. */
const strangeSets = ['blur', 'exif', 'exposure', 'doc_blur']

/** Paths of pictures to lay a document on. */
export async function strangePictures(corpus: string): Promise<string[]> {
  const rows = readTable(await readFile(join(corpus, 'manifest.csv'), 'utf8'))
  return rows
    .filter(
      ({ set, path, width }) => strangeSets.includes(set!) && /\.(jpe?g|png)$/i.test(path!) && Number(width) >= 480,
    )
    .map(({ path }) => join(corpus, path!))
}

export const plainBackdrops = [
  'plain_light',
  'plain_dark',
  'wood',
  'cloth',
  'stone',
  'grey',
  'coloured',
  'same_colour',
] as const
export const clutteredBackdrops = ['things', 'picture', 'print', 'keys', 'plaid', 'picture'] as const
export type Backdrop = (typeof plainBackdrops | typeof clutteredBackdrops)[number]

/** Fills the scene with what lies under the document. */
export async function layBackdrop(
  random: Random,
  scene: Scene,
  view: DocumentView,
  flat: FlatDocument,
  backdrop: Backdrop,
  pictures: readonly string[],
): Promise<void> {
  const { width, height } = scene
  if (backdrop === 'picture' && pictures.length > 0)
    return fill(scene, await cropOf(random, random.pick(pictures), width, height))
  if (backdrop === 'print' || backdrop === 'keys' || backdrop === 'plaid') {
    const svg = { print, keys, plaid }[backdrop](random, width, height)
    return fill(scene, await sharp(Buffer.from(svg)).flatten().removeAlpha().raw().toBuffer())
  }
  const isThings = backdrop === 'things' || backdrop === 'picture'
  layTable(scene, setTable(random, ...tableOf(random, isThings ? 'things' : backdrop, flat)), view)
  if (isThings) layOver(scene, await clutterLayer(random, width, height), 0, 0)
}

function tableOf(random: Random, backdrop: Backdrop, flat: FlatDocument): [Background, string?] {
  if (backdrop === 'grey') return ['plain_light', hexOf(Array(3).fill(random.between(90, 190)))]
  if (backdrop === 'coloured')
    return ['plain_light', random.pick(['#a33b3b', '#2f5f9a', '#3f7a52', '#c58f3a', '#6d4f8c', '#d9a3b0'])]
  if (backdrop === 'same_colour')
    return ['same_colour', hexOf(borderColour(flat).map((level) => level * random.between(0.86, 0.97)))]
  return [backdrop === 'things' ? 'cluttered' : (backdrop as Background)]
}

/** Mean colour of the document's outermost twentieth. */
function borderColour({ data, width, height }: FlatDocument): number[] {
  const sums = [0, 0, 0]
  let count = 0
  const rim = Math.round(width / 20)
  for (let y = 0; y < height; y += 3) {
    for (let x = 0; x < width; x += 3) {
      if (x > rim && y > rim && x < width - rim && y < height - rim) continue
      for (let c = 0; c < 3; c++) sums[c]! += data[(y * width + x) * 3 + c]!
      count++
    }
  }
  return sums.map((sum) => sum / count)
}

function fill(scene: Scene, pixels: Uint8Array): void {
  for (let at = 0; at < pixels.length; at++) scene.data[at] = linearOfByte[pixels[at]!]!
}

/** A random crop, as large as the picture allows in the scene's shape, stretched to it. */
async function cropOf(random: Random, path: string, width: number, height: number): Promise<Buffer> {
  const upright = await sharp(await readFile(path))
    .rotate()
    .toColourspace('srgb')
    .flatten()
    .toBuffer({ resolveWithObject: true })
  const { info } = upright
  const scale = Math.min(info.width / width, info.height / height) * random.between(0.55, 1)
  const [across, down] = [Math.floor(width * scale), Math.floor(height * scale)]
  return sharp(upright.data)
    .extract({
      left: random.whole(0, info.width - across),
      top: random.whole(0, info.height - down),
      width: across,
      height: down,
    })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .removeAlpha()
    .raw()
    .toBuffer()
}

type Ground = (random: Random, width: number, height: number) => string

function turned(random: Random, width: number, height: number, ground: string, content: string): string {
  const turn = random.between(-30, 30)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${ground}"/><g transform="rotate(${turn} ${width / 2} ${height / 2})">${content}</g></svg>`
}

/** Columns of print, headings and frames, as of a newspaper. */
const print: Ground = (random, width, height) => {
  const step = width * random.between(0.012, 0.022)
  const column = width * random.between(0.2, 0.32)
  const parts: string[] = []
  for (let x = -width * 0.3; x < width * 1.3; x += column * 1.08) {
    parts.push(
      `<path d="M${x - column * 0.04} ${-height * 0.5}V${height * 1.5}" stroke="#555" stroke-width="${step * 0.08}"/>`,
    )
    for (let y = -height * 0.4; y < height * 1.4; y += step) {
      if (random.chance(0.03)) {
        const tall = step * random.whole(4, 9)
        parts.push(
          `<rect x="${x}" y="${y}" width="${column}" height="${tall}" fill="${random.pick(['#777', '#a88', '#8a9', '#333'])}"/>`,
        )
        y += tall
        continue
      }
      const heading = random.chance(0.05) ? 2.4 : 1
      const dashes = Array.from({ length: 8 }, () => (step * random.between(0.3, 2.2)).toFixed(1)).join(' ')
      parts.push(
        `<path d="M${x} ${y}h${column * random.between(0.6, 1)}" stroke="#23221f" stroke-width="${step * 0.42 * heading}" stroke-dasharray="${dashes}"/>`,
      )
      if (heading > 1) y += step * 1.5
    }
  }
  return turned(random, width, height, random.pick(['#d9d5ca', '#e6e4df', '#cfc9b8']), parts.join(''))
}

/** A keyboard: a grid of dark or light keys with gaps. */
const keys: Ground = (random, width, height) => {
  const key = width * random.between(0.06, 0.11)
  const [cap, gap, ink] = random.pick([
    ['#26282b', '#101112', '#d8d8d8'],
    ['#e4e4e2', '#a9aaac', '#333333'],
    ['#3b3e44', '#8d8f93', '#f0f0f0'],
  ] as const)
  const parts: string[] = []
  for (let row = 0, y = -height * 0.5; y < height * 1.5; y += key, row++) {
    for (let x = -width * 0.4 + (row % 3) * key * 0.3; x < width * 1.4; x += key) {
      parts.push(
        `<rect x="${x}" y="${y}" width="${key * 0.88}" height="${key * 0.88}" rx="${key * 0.1}" fill="${cap}"/><path d="M${x + key * 0.2} ${y + key * 0.25}h${key * random.between(0.1, 0.25)}" stroke="${ink}" stroke-width="${key * 0.16}"/>`,
      )
    }
  }
  return turned(random, width, height, gap, parts.join(''))
}

/** Checked cloth. */
const plaid: Ground = (random, width, height) => {
  const colours = ['#7a2630', '#274063', '#d8cfb8', '#2f4a38', '#b99a4e']
  const step = width * random.between(0.05, 0.14)
  const bands = (isDown: boolean) =>
    Array.from({ length: Math.ceil((2 * (width + height)) / step) }, (_, i) => {
      const at = -width * 0.5 + i * step
      const wide = step * random.between(0.15, 0.6)
      const place = isDown
        ? `x="${at}" y="${-height}" width="${wide}" height="${height * 3}"`
        : `y="${at}" x="${-width}" height="${wide}" width="${width * 3}"`
      return `<rect ${place} fill="${random.pick(colours)}" opacity="0.55"/>`
    }).join('')
  return turned(random, width, height, random.pick(colours), bands(true) + bands(false))
}
