import type { ArtifactSource } from '#lib/checks/run-check'
import type {
  ArtifactName,
  Artifacts,
  Declared,
  FileFacts,
  lateArtifacts,
  Picture,
  ReadingName,
  Readings,
} from '#lib/domain/artifacts'
import { type CaptureKind, showsDocument } from '#lib/domain/capture'
import { lumaOf } from '#lib/pixels/luma'
import { perceptualHash } from '#lib/pixels/perceptual-hash'
import { workingSidePx } from './decode-capture.ts'
import { decodePixels, type Pixels } from './decode-pixels.ts'
import { findDocument } from './find-document.ts'
import { findFaces } from './find-faces.ts'
import { readJpegCoding } from './jpeg-coding.ts'
import { readBarcodes } from './read-barcodes.ts'
import { readMrz } from './read-mrz.ts'
import { readText, type TextInput } from './read-text.ts'
import { isFineEnough } from './text-frame.ts'

export interface CaptureMaterial {
  kind: CaptureKind
  /** A JPEG or PNG; of a PDF, its rasterised first page as one of these. */
  bytes: Uint8Array
  file: FileFacts
  declared: Declared
  /** The decoded picture, where someone has it already: saves a second decode. */
  picture?: Picture
}

/** Everything checks may ask of one capture, each gathered at most once. */
export interface LazyArtifacts extends ArtifactSource {
  /** These readings, but for those that can't be gathered. */
  readings(names: readonly ReadingName[]): Promise<Partial<Readings>>
}

type LateArtifact = (typeof lateArtifacts)[number]
type EarlyArtifact = Exclude<ArtifactName, LateArtifact>

/** Opens a capture lazily: nothing is decoded before a check asks, and what failed once fails the same way again. */
export function gatherArtifacts({ kind, bytes, file, declared, picture }: CaptureMaterial): LazyArtifacts {
  const gatherers: { [Name in EarlyArtifact]: () => Artifacts[Name] | Promise<Artifacts[Name]> } = {
    kind: () => kind,
    file: () => file,
    declared: () => declared,
    picture: async () => picture ?? (await pixels()).picture,
    luma: async () => lumaOf(await get('picture')),
    // A picture that was not reduced is its own original.
    nativeLuma: async () =>
      Math.max(file.widthPx, file.heightPx) <= workingSidePx ? get('luma') : (await pixels()).nativeLuma(),
    jpegCoding: () => readJpegCoding(bytes),
    fingerprint: async () => perceptualHash(await get('luma')),
    documentOutline: async () => findDocument(kind, await get('picture')),
    mrz: async () =>
      showsDocument(kind)
        ? readMrz({ luma: await get('luma'), nativeLuma: () => get('nativeLuma'), widthPx: file.widthPx })
        : null,
    barcodes: async () =>
      kind === 'id_front' || kind === 'id_back' ? readBarcodes(await get('luma'), await get('documentOutline')) : [],
    text: async () => (showsDocument(kind) ? readText(await textInput()) : null),
    faces: async () => {
      const [picture, documentOutline] = [await get('picture'), await get('documentOutline')]
      return findFaces({ kind, picture, originalWidthPx: file.widthPx, documentOutline })
    },
  }
  let decoded: Promise<Pixels> | undefined
  const pixels = () => (decoded ??= decodePixels(bytes))
  const gathered = new Map<ArtifactName, Promise<unknown>>()
  async function get<Name extends ArtifactName>(name: Name): Promise<Artifacts[Name]> {
    let artifact = gathered.get(name) as Promise<Artifacts[Name]> | undefined
    if (!artifact) {
      const gatherer = gatherers[name as EarlyArtifact] as (() => unknown) | undefined
      if (!gatherer) throw new Error(`${name} is not known of one capture alone`)
      artifact = Promise.resolve().then(() => gatherer()) as Promise<Artifacts[Name]>
      gathered.set(name, artifact)
    }
    return artifact
  }
  async function textInput(): Promise<TextInput> {
    const documentOutline = await get('documentOutline')
    const luma = await get('luma')
    const mrz = await get('mrz').catch(() => null)
    return { luma: isFineEnough(luma, documentOutline) ? luma : await get('nativeLuma'), documentOutline, mrz }
  }
  async function readings(names: readonly ReadingName[]): Promise<Partial<Readings>> {
    const entries: [ReadingName, unknown][] = []
    for (const name of names) {
      const reading = await get(name).catch(() => undefined)
      if (reading !== undefined) entries.push([name, reading])
    }
    return Object.fromEntries(entries)
  }
  return { get, readings }
}
