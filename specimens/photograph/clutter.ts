import sharp from 'sharp'
import { shaded } from '../draw/colour.ts'
import type { Layer } from '../draw/paint-person.ts'
import type { Random } from '../random.ts'

type Thing = (random: Random) => string

/** Things that lie about on a table, drawn about (0, 0) in hundredths of the picture's width. */
const things: readonly Thing[] = [notes, pen, mug, keys, coins, phone, envelope, bookEdge]

/** Four to seven everyday things around the middle of the picture, with shadows; some reach under the document. */
export async function clutterLayer(random: Random, widthPx: number, heightPx: number): Promise<Layer> {
  const height = (100 * heightPx) / widthPx
  const start = random.between(0, 2 * Math.PI)
  const count = random.whole(4, 7)
  const placed = Array.from({ length: count }, (_, index) => {
    const turn = start + (index / count) * 2 * Math.PI + random.between(-0.3, 0.3)
    const x = 50 + Math.cos(turn) * random.between(38, 50)
    const y = height / 2 + Math.sin(turn) * random.between(0.72, 0.98) * (height / 2)
    return `<g transform="translate(${x} ${y}) rotate(${random.between(0, 360)})">${random.pick(things)(random)}</g>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 100 ${height}">${placed.join('')}</svg>`
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

function withShadow(shape: string): string {
  return `<g transform="translate(0.5 0.7)" opacity="0.3" fill="#000">${shape}</g>`
}

/** A sheet with lines of writing on it: straight edges and text that belong to no document. */
function notes(random: Random): string {
  const sheet = '<rect x="-17" y="-22" width="34" height="44"/>'
  const lines = Array.from({ length: 15 }, (_, row) => {
    const words = Array.from({ length: 5 }, () => `h${random.between(2, 5).toFixed(1)}m1 0`).join('')
    return `<path d="M-14 ${-18 + row * 2.5}${words}"/>`
  })
  return `${withShadow(sheet)}<g fill="#eeece6">${sheet}</g><g stroke="#3b4252" stroke-width="0.5" stroke-dasharray="0.5 0.22 0.9 0.2" fill="none">${lines.join('')}</g>`
}

function pen(random: Random): string {
  const colour = random.pick(['#1d2f6b', '#8d1f24', '#222326'])
  const body = '<rect x="-14" y="-0.9" width="26" height="1.8" rx="0.9"/>'
  return `${withShadow(body)}<g fill="${colour}">${body}</g><path d="M12 -0.9 L15.4 0 L12 0.9Z" fill="#c9c7c2"/><path d="M-13.4 -0.35H11" stroke="#fff" stroke-width="0.25" opacity="0.5"/>`
}

function mug(random: Random): string {
  const colour = random.pick(['#e5e2da', '#31506b', '#a8463c', '#3e4a40'])
  return `<circle r="9" cx="0.9" cy="1.2" fill="#000" opacity="0.3"/><path d="M8 -2 C14 -3 14 4 8 3" fill="none" stroke="${shaded(colour, 0.85)}" stroke-width="1.8"/>
    <circle r="8.6" fill="${colour}"/><circle r="7.4" fill="${shaded(colour, 0.6)}"/><circle r="7" cy="0.4" fill="#2b1a10"/><path d="M-4 -4 A6 6 0 0 1 2 -6" stroke="#8b7767" stroke-width="0.7" fill="none"/>`
}

function keys(random: Random): string {
  const one = (turn: number) =>
    `<g transform="rotate(${turn})"><circle cx="5" r="2.6"/><path d="M7.4 -0.7H16v2.4h-1v-1.2h-1.2v1.4h-1v-1.2H7.4Z"/></g>`
  const shape = one(random.between(-30, 0)) + one(random.between(10, 50))
  return `${withShadow(shape)}<g fill="#a59a72">${shape}</g><circle r="3" fill="none" stroke="#8d8f92" stroke-width="0.5"/>`
}

function coins(random: Random): string {
  return Array.from({ length: 4 }, () => {
    const [x, y, r] = [random.between(-6, 6), random.between(-6, 6), random.between(1.6, 2.3)]
    const colour = random.pick(['#b98b4d', '#c9b25e', '#b9babb'])
    return `<circle cx="${x + 0.3}" cy="${y + 0.4}" r="${r}" opacity="0.35"/><circle cx="${x}" cy="${y}" r="${r}" fill="${colour}"/><circle cx="${x}" cy="${y}" r="${r * 0.78}" fill="none" stroke="${shaded(colour, 0.7)}" stroke-width="0.2"/>`
  }).join('')
}

function phone(): string {
  const body = '<rect x="-9" y="-18" width="18" height="36" rx="2.6"/>'
  return `${withShadow(body)}<g fill="#16181b">${body}</g><rect x="-8.3" y="-17.2" width="16.6" height="34.4" rx="2" fill="#23272e"/><path d="M-8.3 -6 L8.3 -15 V-8 L-8.3 3Z" fill="#fff" opacity="0.06"/>`
}

function envelope(random: Random): string {
  const colour = random.pick(['#d9c7a3', '#e3e1dc', '#c5cfd6'])
  const body = '<rect x="-20" y="-10" width="40" height="20"/>'
  return `${withShadow(body)}<g fill="${colour}">${body}</g><path d="M-20 -10 L0 3 L20 -10" fill="none" stroke="${shaded(colour, 0.8)}" stroke-width="0.3"/><rect x="12.6" y="-8" width="5" height="6" fill="#7f94a8"/>`
}

function bookEdge(random: Random): string {
  const colour = random.pick(['#6b2f33', '#2c4a3f', '#39415f', '#b08a3e'])
  const body = '<rect x="-24" y="-16" width="48" height="32" rx="0.6"/>'
  return `${withShadow(body)}<g fill="${colour}">${body}</g><rect x="-20" y="-11" width="40" height="6" fill="${shaded(colour, 1.4)}"/><rect x="-24" y="14.4" width="48" height="1.6" fill="#ddd6c4"/>`
}
