import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Picture } from '#lib/domain/artifacts'
import type { OutlinePoint } from '#lib/domain/region'
import { documentMap } from '#lib/pixels/document-map'
import { documentOutline } from '#lib/pixels/document-outline'
import { drawDocument } from '#specimens/draw/document'
import { fictitiousPerson } from '#specimens/person'

const [width, height] = [1200, 900]

/** Checked cloth whose bands are stronger lines than any side of a card. */
function cloth(): string {
  const bands = (axis: 'x' | 'y', across: 'width' | 'height', along: 'width' | 'height') =>
    Array.from({ length: 40 }, (_, i) => {
      const colour = ['#7a2630', '#274063', '#d8cfb8', '#2f4a38'][i % 4]
      return `<rect ${axis}="${-600 + i * 61}" ${across}="${20 + ((i * 13) % 20)}" ${along}="3000" ${axis === 'x' ? 'y' : 'x'}="-900" fill="${colour}" opacity="0.6"/>`
    }).join('')
  return ground('#b99a4e', bands('x', 'width', 'height') + bands('y', 'height', 'width'))
}

/** Three columns of print with pictures in them. */
function print(): string {
  const lines = Array.from({ length: 3 * 70 }, (_, i) => {
    const [column, row] = [Math.floor(i / 70), i % 70]
    const at = `x="${-300 + column * 560}" y="${-500 + row * 28}"`
    return row % 17 === 5
      ? `<rect ${at} width="540" height="80" fill="#667788"/>`
      : `<path d="M${-300 + column * 560} ${-500 + row * 28}h540" stroke="#222" stroke-width="11" stroke-dasharray="${30 + ((i * 7) % 40)} 14"/>`
  })
  return ground('#e3ded2', lines.join(''))
}

function ground(colour: string, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${colour}"/><g transform="rotate(17 600 450)">${content}</g></svg>`
}

async function cardOn(svg: string): Promise<{ picture: Picture; truth: OutlinePoint[] }> {
  const flat = await drawDocument('id_front', fictitiousPerson('cloth'), 6)
  const turn = (-9 * Math.PI) / 180
  const card = sharp(flat.data, { raw: { width: flat.width, height: flat.height, channels: 3 } }).ensureAlpha()
  const { data: turned, info } = await card
    .rotate(-9, { background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .png()
    .toBuffer({ resolveWithObject: true })
  const [left, top] = [420, 240]
  const { data } = await sharp(Buffer.from(svg))
    .composite([{ input: turned, left, top }])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const middle = [left + info.width / 2, top + info.height / 2] as const
  const truth = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([right, down]) => {
    const [x, y] = [(right! * flat.width) / 2, (down! * flat.height) / 2]
    return [
      (middle[0] + x * Math.cos(turn) - y * Math.sin(turn)) / width,
      (middle[1] + x * Math.sin(turn) + y * Math.cos(turn)) / height,
    ] as OutlinePoint
  })
  return { picture: { data: new Uint8Array(data), width, height }, truth }
}

test.each([
  ['checked cloth', cloth],
  ['columns of print', print],
])('a card on %s is outlined although the ground has the stronger lines', async (_, svg) => {
  const { picture, truth } = await cardOn(svg())
  const { outline } = documentOutline(picture)!
  truth.forEach(([x, y]) => {
    const nearest = Math.min(...outline.map(([u, v]) => Math.hypot((u - x) * width, (v - y) * height)))
    expect(nearest).toBeLessThan(12)
  })
})

test.each([
  ['checked cloth', cloth],
  ['columns of print', print],
])('on %s alone the map shows no document', async (_, svg) => {
  const { data } = await sharp(Buffer.from(svg())).resize(400).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const { inside } = documentMap({ data: new Uint8Array(data), width: 400, height: 300 })
  const share = inside.filter((chance) => chance > 0.5).length / inside.length
  expect(share).toBeLessThan(0.03)
})

test('a picture of one pixel has a map', () => {
  const { inside } = documentMap({ data: new Uint8Array([9, 9, 9]), width: 1, height: 1 })
  expect(inside.every((chance) => chance >= 0 && chance <= 1)).toBe(true)
})
