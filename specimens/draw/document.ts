import sharp from 'sharp'
import type { CaptureKind } from '#lib/domain/capture'
import type { Person } from '../person.ts'
import { rgbOf } from './colour.ts'
import type { Box, Design } from './design.ts'
import { idBack, idFront } from './id-card.ts'
import { type Layer, paintPerson, passportView } from './paint-person.ts'
import { passport } from './passport.ts'

/** A document seen flat and evenly lit: interleaved RGB, `pxPerMm` pixels to the millimetre. */
export interface FlatDocument {
  data: Buffer
  width: number
  height: number
  pxPerMm: number
}

export type DocumentKind = Exclude<CaptureKind, 'selfie'>

export const designs: Record<DocumentKind, Design> = { id_front: idFront, id_back: idBack, passport_page: passport }

const studioLight = { direction: [-0.3, -0.42, 0.86], ambient: 0.5 } as const
const papers = new Map<string, Promise<FlatDocument>>()

/** The flat documents drawn last: a person's retakes show the same one. */
const drawn = new Map<string, Promise<FlatDocument>>()
const drawnKept = 3

/** Draws a document flat. About 100 ms at 16 px/mm, and as much again for the first of its kind and size in a process. */
export function drawDocument(kind: DocumentKind, person: Person, pxPerMm: number): Promise<FlatDocument> {
  const key = `${kind}/${pxPerMm}/${JSON.stringify(person)}`
  let document = drawn.get(key)
  if (!document) {
    document = printDocument(kind, person, pxPerMm)
    drawn.set(key, document)
    if (drawn.size > drawnKept) drawn.delete(drawn.keys().next().value!)
  }
  return document
}

async function printDocument(kind: DocumentKind, person: Person, pxPerMm: number): Promise<FlatDocument> {
  const design = designs[kind]
  const paper = await paperOf(kind, pxPerMm)
  const flat = { ...paper, data: Buffer.from(paper.data) }
  if (design.portrait) await printPortraits(flat, person, design)
  const { data, info } = await sharp(svgOf(design, design.print(person), pxPerMm))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  layOn(flat, { data, width: info.width, height: info.height }, 0, 0)
  return flat
}

function paperOf(kind: DocumentKind, pxPerMm: number): Promise<FlatDocument> {
  const key = `${kind}/${pxPerMm}`
  let paper = papers.get(key)
  if (!paper) {
    paper = drawPaper(designs[kind], pxPerMm)
    papers.set(key, paper)
  }
  return paper
}

async function drawPaper(design: Design, pxPerMm: number): Promise<FlatDocument> {
  const { data, info } = await sharp(svgOf(design, design.paper(), pxPerMm))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, pxPerMm }
}

function svgOf(design: Design, content: string, pxPerMm: number): Buffer {
  const { width, height } = design
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.round(width * pxPerMm)}" height="${Math.round(height * pxPerMm)}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">${content}</svg>`,
  )
}

/** How a portrait is printed: on what ground, and paler than life by `value × scale + lift`. */
interface Ink {
  ground: string
  scale: number
  lift: number
  cover: number
}

const portraitInk: Ink = { ground: '#cdd6dc', scale: 0.9, lift: 20, cover: 1 }
const ghostInk: Ink = { ground: '#dcdfe0', scale: 0.5, lift: 104, cover: 0.72 }

async function printPortraits(flat: FlatDocument, person: Person, { portrait, ghost }: Design): Promise<void> {
  if (!portrait) return
  const painted = await paintPerson(person.look, passportView, Math.round(portrait.width * flat.pxPerMm), studioLight)
  if (ghost) printPortrait(flat, await resized(painted, Math.round(ghost.width * flat.pxPerMm)), ghost, ghostInk)
  printPortrait(flat, painted, portrait, portraitInk)
}

async function resized({ data, width, height }: Layer, toWidth: number): Promise<Layer> {
  const small = await sharp(data, { raw: { width, height, channels: 4 } })
    .resize(toWidth)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: small.data, width: small.info.width, height: small.info.height }
}

/** Prints a portrait, changing the layer it comes on. */
function printPortrait(flat: FlatDocument, painted: Layer, box: Box, ink: Ink): void {
  const ground = rgbOf(ink.ground)
  const { data } = painted
  for (let at = 0; at < data.length; at += 4) {
    const share = data[at + 3]! / 255
    for (let channel = 0; channel < 3; channel++) {
      const shown = ground[channel]! + (data[at + channel]! - ground[channel]!) * share
      data[at + channel] = Math.min(255, shown * ink.scale + ink.lift)
    }
    data[at + 3] = 255 * ink.cover
  }
  layOn(flat, painted, Math.round(box.x * flat.pxPerMm), Math.round(box.y * flat.pxPerMm))
}

/** Lays a layer on the document, its top left at (left, top) pixels, which must leave it inside. */
function layOn(flat: FlatDocument, layer: Layer, left: number, top: number): void {
  for (let row = 0, from = 0; row < layer.height; row++) {
    for (
      let column = 0, at = ((row + top) * flat.width + left) * 3;
      column < layer.width;
      column++, from += 4, at += 3
    ) {
      const share = layer.data[from + 3]! / 255
      if (share === 0) continue
      for (let channel = 0; channel < 3; channel++) {
        const under = flat.data[at + channel]!
        flat.data[at + channel] = under + (layer.data[from + channel]! - under) * share + 0.5
      }
    }
  }
}
