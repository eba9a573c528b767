import type { ArtifactSource } from '#lib/checks/run-checks'
import type { ArtifactName, Artifacts, FileFacts, Picture } from '#lib/domain/artifacts'
import type { CaptureKind } from '#lib/domain/capture'
import { lumaOf } from '#lib/pixels/luma'
import { decodeCapture } from './decode-capture.ts'
import { findDocument } from './find-document.ts'

export interface CaptureMaterial {
  kind: CaptureKind
  /** A JPEG or PNG; of a PDF, its rasterised first page as one of these. */
  bytes: Uint8Array
  file: FileFacts
  /** The decoded picture, where someone has it already: saves a second decode. */
  picture?: Picture
}

/** Everything checks may ask of one capture, each gathered at most once. */
export type LazyArtifacts = ArtifactSource

/** Opens a capture lazily: nothing is decoded before a check asks, and what failed once fails the same way again. */
export function gatherArtifacts({ kind, bytes, file, picture }: CaptureMaterial): LazyArtifacts {
  const gatherers: { [Name in ArtifactName]: () => Artifacts[Name] | Promise<Artifacts[Name]> } = {
    kind: () => kind,
    file: () => file,
    picture: async () => picture ?? (await decodeCapture(bytes)).picture,
    luma: async () => lumaOf(await get('picture')),
    documentOutline: async () => findDocument(kind, await get('picture')),
  }
  const gathered = new Map<ArtifactName, Promise<unknown>>()
  function get<Name extends ArtifactName>(name: Name): Promise<Artifacts[Name]> {
    let artifact = gathered.get(name) as Promise<Artifacts[Name]> | undefined
    if (!artifact) {
      artifact = Promise.resolve().then(gatherers[name]) as Promise<Artifacts[Name]>
      gathered.set(name, artifact)
    }
    return artifact
  }
  return { get }
}
