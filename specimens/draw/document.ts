import sharp, { type OverlayOptions } from 'sharp'
import type { CaptureKind } from '#lib/domain/capture'
import type { Person } from '../person.ts'
import { idBack, idFront } from './id-card.ts'
import { paintPerson, passportView } from './paint-person.ts'
import { passport } from './passport.ts'

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** How one side of a document is drawn; millimetres, as SVG content. */
export interface Design {
  width: number
  height: number
  portrait: Box | null
  /** The small second portrait. */
  ghost: Box | null
  mrz: (person: Person) => string[]
  /** What is the same on every copy. */
  paper: () => string
  /** What is printed for the holder. */
  print: (person: Person) => string
}

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

/** Draws a document flat. About 150 ms at 16 px/mm, and as much again for the first of its kind and size in a process. */
export async function drawDocument(kind: DocumentKind, person: Person, pxPerMm: number): Promise<FlatDocument> {
  const design = designs[kind]
  const paper = await paperOf(kind, pxPerMm)
  const { width, height } = paper
  const layers: OverlayOptions[] = []
  if (design.portrait) layers.push(await portraitLayer(person, design.portrait, pxPerMm, 1))
  if (design.ghost) layers.push(await portraitLayer(person, design.ghost, pxPerMm, 0.5))
  layers.push({ input: svgOf(design, design.print(person), pxPerMm) })
  const data = await sharp(paper.data, { raw: { width, height, channels: 3 } })
    .composite(layers)
    .removeAlpha()
    .raw()
    .toBuffer()
  return { data, width, height, pxPerMm }
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

/** The portrait as it is printed on the document: on a pale ground, a little paler than life, the ghost paler still. */
async function portraitLayer(person: Person, box: Box, pxPerMm: number, strength: number): Promise<OverlayOptions> {
  const widthPx = Math.round(box.width * pxPerMm)
  const painted = await paintPerson(person.look, passportView, widthPx, studioLight)
  const { width, height } = painted
  const ground = strength === 1 ? '#cdd6dc' : '#dcdfe0'
  const faded = await sharp(painted.data, { raw: { width, height, channels: 4 } })
    .flatten({ background: ground })
    .linear(strength === 1 ? 0.9 : 0.5, strength === 1 ? 20 : 104)
    .ensureAlpha(strength === 1 ? 1 : 0.72)
    .raw()
    .toBuffer()
  return {
    input: faded,
    raw: { width, height, channels: 4 },
    left: Math.round(box.x * pxPerMm),
    top: Math.round(box.y * pxPerMm),
  }
}
