import type { Declared, FileFacts, ReadingName, Readings } from '#lib/domain/artifacts'
import type { CaptureKind } from '#lib/domain/capture'
import type { Finding } from '#lib/domain/finding'
import type { Policy } from '#lib/domain/policy'
import type { Tile } from './derive-tiles.ts'
import type { DoorPolicy, Inspection } from './inspect-upload.ts'

/** One capture to be checked. `bytes` are the accepted original. */
export interface CaptureToCheck {
  kind: CaptureKind
  bytes: Uint8Array
  facts: FileFacts
  declared: Declared
  policy: Policy
}

/** What the parent asks of a child; one task at a time. */
export type Task =
  | { task: 'inspect-upload'; bytes: Uint8Array; policy: DoorPolicy }
  /** `bytes` are the accepted original. */
  | { task: 'derive-tiles'; bytes: Uint8Array }
  /** `only` are the ids of checks still to be run, in the registry's order; `keep` is what to tell of the capture in the end. */
  | ({ task: 'check-capture'; only: string[]; keep: ReadingName[] } & CaptureToCheck)

/** What a child says: that it is up, what one check found, how the task ended. */
export type Reply =
  | { reply: 'ready' }
  | { reply: 'finding'; finding: Finding }
  | { reply: 'inspected'; inspection: Inspection }
  | { reply: 'tiled'; tiles: Tile[] }
  | { reply: 'checked'; readings: Partial<Readings> }
  | { reply: 'failed'; message: string }
