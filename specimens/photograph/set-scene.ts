import sharp from 'sharp'
import type { CaptureKind } from '#lib/domain/capture'
import { boundingBox, type Outline } from '#lib/domain/region'
import { type DocumentKind, designs, drawDocument } from '../draw/document.ts'
import { type Layer, type PortraitView, paintPerson } from '../draw/paint-person.ts'
import type { Person } from '../person.ts'
import { makeRandom } from '../random.ts'
import { amountOf, type SpoilOptions, type Spoilt } from '../spoil.ts'
import { aimCamera, type DocumentView, outlineOf, project } from './camera.ts'
import { clutterLayer } from './clutter.ts'
import { layDocument, layTable } from './compose-document.ts'
import { frameSelfie, layOver, paintRoom } from './compose-selfie.ts'
import { holdDown } from './fingers.ts'
import type { Scene } from './linear.ts'
import type { Subject } from './subject.ts'
import { type Background, backgrounds, setTable } from './table.ts'

/** A box in upright fractions. */
export type FaceBox = readonly [left: number, top: number, right: number, bottom: number]

export interface SceneOptions {
  seed: string | number
  kind: CaptureKind
  person: Person
  widthPx: number
  heightPx: number
  background?: Background
  spoil: readonly SpoilOptions[]
}

/** What stands before the camera, and where what is in it. */
export interface SceneSet {
  scene: Scene
  subject: Subject
  mrzLines: string[]
  outline: Outline | null
  faces: FaceBox[]
  background: Background | null
  spoilt: Spoilt[]
}

/** Puts a document on a table, or a person in a room. */
export function setScene(options: SceneOptions): Promise<SceneSet> {
  const { kind } = options
  return kind === 'selfie' ? setSelfie(options) : setDocument({ ...options, kind })
}

async function setDocument(options: SceneOptions & { kind: DocumentKind }): Promise<SceneSet> {
  const { seed, kind, person, widthPx, heightPx, spoil } = options
  const design = designs[kind]
  const cut = spoil.find((item) => item.kind === 'cut')
  const view = aimCamera(makeRandom(`${seed}/camera`), design, widthPx, heightPx, cut ? 0.05 + 0.95 * amountOf(cut) : 0)
  const outline = outlineOf(view, widthPx, heightPx)
  const flat = await drawDocument(kind, person, resolutionFor(view, outline, widthPx, heightPx))
  const random = makeRandom(`${seed}/table`)
  const background = options.background ?? random.pick(backgrounds)
  const scene = emptyScene(widthPx, heightPx)
  layTable(scene, setTable(random, background), view)
  if (background === 'cluttered') layOver(scene, await clutterLayer(random, widthPx, heightPx), 0, 0)
  layDocument(scene, flat, view, rowsOf(outline, heightPx))
  const spoilt: Spoilt[] = cut ? [{ kind: 'cut', amount: amountOf(cut), whole: true }] : []
  const fingers = spoil.find((item) => item.kind === 'fingers')
  if (fingers) spoilt.push(await holdDown(makeRandom(`${seed}/fingers`), scene, view, person.look, fingers))
  return {
    scene,
    subject: documentSubject(view, widthPx, heightPx),
    mrzLines: kind === 'id_front' ? [] : design.mrz(person),
    outline,
    faces: design.portrait ? [portraitBox(view, design.portrait, widthPx, heightPx)] : [],
    background,
    spoilt,
  }
}

async function setSelfie({ seed, person, widthPx, heightPx }: SceneOptions): Promise<SceneSet> {
  const random = makeRandom(`${seed}/camera`)
  const view = frameSelfie(random, widthPx, heightPx)
  const light = {
    direction: unit(random.between(-0.5, 0.5), random.between(-0.6, -0.2), 0.85),
    ambient: random.between(0.4, 0.55),
  }
  const drawnWidth = Math.round(widthPx * deliveredShare(widthPx, heightPx))
  const layer = await enlarged(await paintPerson(person.look, view, drawnWidth, light), widthPx, heightPx)
  const scene = emptyScene(widthPx, heightPx)
  await paintRoom(makeRandom(`${seed}/room`), scene)
  layOver(scene, layer, 0, 0)
  const head = headBox(view)
  return {
    scene,
    subject: headSubject(head, layer, widthPx, heightPx),
    mrzLines: [],
    outline: null,
    faces: [head],
    background: null,
    spoilt: [],
  }
}

async function enlarged(layer: Layer, widthPx: number, heightPx: number): Promise<Layer> {
  const { data, width, height } = layer
  if (width === widthPx && height === heightPx) return layer
  const large = await sharp(data, { raw: { width, height, channels: 4 } })
    .resize(widthPx, heightPx, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer()
  return { data: large, width: widthPx, height: heightPx }
}

/** A scene of this size in which nothing is yet. */
export function emptyScene(width: number, height: number): Scene {
  return { data: new Uint16Array(width * height * 3), width, height }
}

/**
 * How much of the pixels' resolution a phone's lens and processing deliver: small pictures are shrunk ones and crisp, a
 * 12-megapixel one is soft when looked at pixel by pixel, at about two thirds.
 */
function deliveredShare(widthPx: number, heightPx: number): number {
  return Math.min(1, 2600 / Math.max(widthPx, heightPx))
}

/** Pixels to the millimetre at which to draw the flat document, in few steps so that papers are drawn once. */
function resolutionFor(view: DocumentView, outline: Outline, widthPx: number, heightPx: number): number {
  const [left, , right] = boundingBox(outline)
  const wanted = (((right - left) * widthPx) / view.width) * deliveredShare(widthPx, heightPx)
  const distance = (step: number) => Math.abs(Math.log(step / wanted))
  return [3, 4, 5, 6.5, 8, 10, 12.5, 16, 20, 25].reduce((best, step) => (distance(step) < distance(best) ? step : best))
}

/** Rows of the picture that the document and its shadow can reach. */
export function rowsOf(outline: Outline, heightPx: number): { from: number; to: number } {
  const [, top, , bottom] = boundingBox(outline)
  const margin = 0.1
  return {
    from: Math.max(0, Math.floor((top - margin) * heightPx)),
    to: Math.min(heightPx, Math.ceil((bottom + margin) * heightPx)),
  }
}

/** A document lying so, as what is spoilt. */
export function documentSubject(view: DocumentView, widthPx: number, heightPx: number): Subject {
  const [left, top] = project(view.toPicture, 0, 0)
  const [right, rightTop] = project(view.toPicture, view.width, 0)
  const [leftBottom, bottom] = project(view.toPicture, 0, view.height)
  return {
    toPicture: (x, y) => project(view.toPicture, x * view.width, y * view.height),
    widthPx: Math.hypot(right - left, rightTop - top),
    heightPx: Math.hypot(leftBottom - left, bottom - top),
    cover: (x, y) => {
      const [right, down] = project(view.toDocument, x * widthPx, y * heightPx)
      return right >= 0 && down >= 0 && right <= view.width && down <= view.height ? 1 : 0
    },
  }
}

/** Box of the head printed on the document: crown to chin of the portrait drawing (see `draw/face.ts`). */
function portraitBox(
  view: DocumentView,
  portrait: { x: number; y: number; width: number; height: number },
  widthPx: number,
  heightPx: number,
): FaceBox {
  const perUnit = portrait.width / 100
  const corners = [
    [18, 12],
    [82, 12],
    [82, 107],
    [18, 107],
  ] as const
  const [left, top, right, bottom] = boundingBox(
    corners.map(([x, y]) => project(view.toPicture, portrait.x + x * perUnit, portrait.y + y * perUnit)),
  )
  return [left / widthPx, top / heightPx, right / widthPx, bottom / heightPx]
}

function headBox({ left, top, width, height }: PortraitView): FaceBox {
  return [(18 - left) / width, (12 - top) / height, (82 - left) / width, (107 - top) / height]
}

function headSubject([left, top, right, bottom]: FaceBox, layer: Layer, widthPx: number, heightPx: number): Subject {
  return {
    toPicture: (x, y) => [(left + (right - left) * x) * widthPx, (top + (bottom - top) * y) * heightPx],
    widthPx: (right - left) * widthPx,
    heightPx: (bottom - top) * heightPx,
    cover: (x, y) => {
      const column = Math.min(layer.width - 1, Math.floor(x * layer.width))
      const row = Math.min(layer.height - 1, Math.floor(y * layer.height))
      return layer.data[(row * layer.width + column) * 4 + 3]! / 255
    },
  }
}

function unit(x: number, y: number, z: number): [number, number, number] {
  const length = Math.hypot(x, y, z)
  return [x / length, y / length, z / length]
}
