import type { DocumentOutline, Face, Picture } from '#lib/domain/artifacts'
import { type CaptureKind, showsDocument } from '#lib/domain/capture'
import { boundingBox, type OutlinePoint } from '#lib/domain/region'
import { type DetectedFace, overlap } from '#lib/pixels/face-boxes'
import { eyeDistance } from '#lib/pixels/face-measures'
import { headPose, type MeshPoint, squareOfFace } from '#lib/pixels/face-mesh'
import { facePatch } from '#lib/pixels/face-patch'
import { faceWear } from '#lib/pixels/face-wear'
import type { Square } from '#lib/pixels/sample-square'
import { describeFace } from './describe-face.ts'
import { detectFaces } from './detect-faces.ts'
import { type TracedFace, traceEyes, traceFace } from './trace-face.ts'

/** What to look for faces in. `originalWidthPx` is the width of the upright original. */
export interface FaceSearch {
  kind: CaptureKind
  picture: Picture
  originalWidthPx: number
  documentOutline: DocumentOutline | null
}

/** The mesh says that there is a face. */
const sureOfMesh = 0.5
/** So sure is the detector of nothing but faces, covered ones too (docs/decisions/015). */
const sureWithoutMesh = 0.72
/** Room round the picture: a face that fills it is found better with some. */
const margin = 1.25
/** A document this small beside the whole picture hides its portraits from a look at the whole. */
const smallPage = 0.6
/** A crowd need not be traced to the last face to be a crowd. */
const mostTraced = 24

interface FoundFace extends DetectedFace {
  mesh: MeshPoint[]
}

/**
 * Faces of one capture, the largest first; the largest with irises, what it wears and a descriptor. About 85 ms of one core without the
 * descriptor, 170 ms with it, 40 ms more for each further look where nothing was found at first; 130 MB once the networks are loaded.
 */
export async function findFaces(search: FaceSearch): Promise<Face[]> {
  const { kind, picture } = search
  const found = await findAnywhere(search)
  found.sort((a, b) => areaOf(b) - areaOf(a))
  const [largest] = found
  if (!largest || largest.mesh.length === 0) return found.map((face) => inFractions(face, search))
  largest.mesh = await traceEyes(picture, (await traceAgain(picture, largest)) ?? largest.mesh)
  const wear = faceWear(facePatch(picture, largest.mesh))
  const descriptor = kind === 'id_back' ? null : await describeFace(picture, largest.mesh)
  return found.map((face) => inFractions(face, search, face === largest ? { wear, descriptor } : undefined))
}

/** The first look that finds a face is the last. */
async function findAnywhere({ kind, picture, documentOutline }: FaceSearch): Promise<FoundFace[]> {
  for (const square of looks(kind, picture, documentOutline)) {
    const detected = await detectFaces(picture, square)
    const faces = await verified(picture, detected, showsDocument(kind))
    if (faces.length > 0) return faces
  }
  return []
}

/**
 * Where to look, in order: the whole picture, after a document that is small in it; a document alone as it lies, and turned by
 * quarters.
 */
function looks(kind: CaptureKind, { width, height }: Picture, document: DocumentOutline | null): Square[] {
  const whole = { x: width / 2, y: height / 2, size: Math.max(width, height) * margin, angle: 0 }
  if (!showsDocument(kind)) return [whole]
  const page = document ? squareOfDocument(document.outline, width, height) : whole
  const turned = (quarters: number) => ({ ...page, angle: page.angle + (quarters * Math.PI) / 2 })
  const upright = page.size < smallPage * whole.size ? [page, whole] : page === whole ? [whole] : [whole, page]
  return [...upright, turned(1), turned(3), turned(2)]
}

function squareOfDocument(outline: readonly OutlinePoint[], width: number, height: number): Square {
  const [topLeft, topRight, , bottomLeft] = outline.map(([x, y]): [number, number] => [x * width, y * height])
  const mean = (axis: 0 | 1) => outline.reduce((sum, point) => sum + point[axis], 0) / outline.length
  const [across, down] = [topRight![0] - topLeft![0], topRight![1] - topLeft![1]]
  const side = Math.max(
    Math.hypot(across, down),
    Math.hypot(bottomLeft![0] - topLeft![0], bottomLeft![1] - topLeft![1]),
  )
  return { x: mean(0) * width, y: mean(1) * height, size: side * 1.1, angle: Math.atan2(down, across) }
}

/** Those of the detected faces that are faces: the mesh agrees, or the detector is very sure. One for each person. */
async function verified(picture: Picture, detected: DetectedFace[], onDocument: boolean): Promise<FoundFace[]> {
  const faces: FoundFace[] = []
  for (const face of detected.slice(0, mostTraced)) {
    const { confidence, mesh } = await traceAtBest(picture, face, onDocument)
    const isTraced = confidence >= sureOfMesh
    if (!isTraced && (onDocument || face.confidence < sureWithoutMesh)) continue
    const box = isTraced ? boundingBox(mesh.map(([x, y]) => [x, y])) : face.box
    if (faces.some((other) => isSame(other.box, box))) continue
    faces.push({ ...face, box, mesh: isTraced ? mesh : [] })
  }
  return faces
}

/** Printed over, a portrait may only be recognised with its hair and neck. */
async function traceAtBest(picture: Picture, face: DetectedFace, onDocument: boolean): Promise<TracedFace> {
  const close = await traceFace(picture, squareOfFace(face))
  if (close.confidence >= sureOfMesh || !onDocument || face.confidence < 0.5) return close
  return traceFace(picture, squareOfFace(face, 1.9))
}

/** A second look, centred by what the first one saw; null where that lost the face. */
async function traceAgain(picture: Picture, { box, points }: FoundFace): Promise<MeshPoint[] | null> {
  const { confidence, mesh } = await traceFace(picture, squareOfFace({ box, points }))
  return confidence >= sureOfMesh ? mesh : null
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  const [centreX, centreY] = [(a[0]! + a[2]!) / 2, (a[1]! + a[3]!) / 2]
  return overlap(a, b) > 0.3 || (centreX > b[0]! && centreX < b[2]! && centreY > b[1]! && centreY < b[3]!)
}

function areaOf({ box: [left, top, right, bottom] }: DetectedFace): number {
  return (right - left) * (bottom - top)
}

function inFractions(
  { box, confidence, mesh }: FoundFace,
  { picture: { width, height }, originalWidthPx }: FaceSearch,
  { wear, descriptor }: Pick<Face, 'wear' | 'descriptor'> = { wear: null, descriptor: null },
): Face {
  const round = (value: number) => Math.round(value * 1e5) / 1e5
  const point = ([x, y]: readonly number[]): [number, number] => [round(x! / width), round(y! / height)]
  const [[left, top], [right, bottom]] = [point(box), point(box.slice(2))]
  const hasMesh = mesh.length > 0
  return {
    box: [left, top, right, bottom],
    confidence: Math.round(confidence * 1000) / 1000,
    mesh: mesh.map(point),
    pose: hasMesh ? headPose(mesh) : null,
    eyeDistancePx: hasMesh ? Math.round((eyeDistance(mesh) * originalWidthPx) / width) : null,
    wear,
    descriptor,
  }
}
