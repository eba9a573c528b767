import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Finding } from '#lib/domain/finding'
import { damagedFile, type Refusal, tooComplex } from '#lib/domain/refusal'
import { AppError } from '#lib/errors'
import { logger } from '#lib/logger'
import { ChildCrew, type CrewOptions } from './child-crew.ts'
import type { Tile } from './derive-tiles.ts'
import type { DoorPolicy, Inspection } from './inspect-upload.ts'
import { TaskLost } from './killable-process.ts'
import type { CaptureToCheck } from './pool-messages.ts'
import { usageIsKnown } from './process-usage.ts'
import { Slots } from './slots.ts'
import { sniffType } from './sniff-type.ts'
import { type CheckedCapture, surviveChecks } from './survive-checks.ts'

export interface ImagingPool {
  readonly size: number
  /** See `inspectUpload`. A file that hangs or breaks the child is refused; without a child it throws `UNAVAILABLE`. */
  inspectUpload(bytes: Uint8Array, policy: DoorPolicy): Promise<Inspection>
  /**
   * One finding for each registered early check the policy has on (of `only`, where given), in the registry's order. A check during
   * which the child hangs or dies is one finding with the outcome `error`; the others still run, in a new child. Throws where
   * none can be started: nothing was found out, and a later try may.
   */
  checkCapture(
    input: CaptureToCheck & { only?: readonly string[] },
    onProgress?: (finding: Finding) => void,
  ): Promise<CheckedCapture>
  /** See `deriveTiles`. Rejects where the original can't be decoded within the limits. */
  deriveTiles(original: Uint8Array): Promise<Tile[]>
  /** Waits for what is under way, then ends all children. */
  close(): Promise<void>
}

export interface PoolOptions {
  /** Children that may work at once. */
  size: number
  door: Partial<CrewOptions>
  checks: Partial<CrewOptions>
}

// From the project's root, where every program starts, and not from this module: a bundler moves it.
const programOf = (name: string) => join(/* turbopackIgnore: true */ process.cwd(), `lib/imaging/${name}.ts`)

/** Without word of the processor time used, the clock has to do. */
const silenceMs = usageIsKnown ? 60_000 : 10_000

/** Together 10 s of one core for a file, whatever it does. Measured: docs/decisions/019. */
const doorCrew: CrewOptions = {
  program: programOf('door-child'),
  threads: false,
  // A small young generation makes V8 let go of pixels sooner.
  v8: ['--max-semi-space-size=2'],
  stepMs: 3_000,
  taskMs: 3_000,
  silenceMs,
  memoryBytes: 320_000_000,
  keepBelowBytes: 180_000_000,
  warmUpMs: 0,
}
/** The same program, with room for every pixel of the largest picture taken, twice while it is turned upright: docs/decisions/025. */
const tileCrew: CrewOptions = { ...doorCrew, stepMs: 8_000, taskMs: 8_000, memoryBytes: 640_000_000 }
/** Holds the models that read text and faces; the file has passed the door, so that decoding it fits in what the door had. */
const checkCrew: CrewOptions = {
  program: programOf('check-child'),
  threads: true,
  // There is a child for each core: V8 collecting and compiling on four threads beside it would only take its neighbours'.
  // Pixels lie outside V8's heap; counted with it and given room, they don't set it collecting in the middle of a capture: docs/decisions/019.
  v8: [
    '--max-semi-space-size=8',
    '--single-threaded',
    '--expose-gc',
    '--external-memory-accounted-in-global-limit',
    '--initial-old-space-size=128',
  ],
  stepMs: 5_000,
  taskMs: 7_000,
  silenceMs,
  memoryBytes: 700_000_000,
  keepBelowBytes: 450_000_000,
  warmUpMs: 4_000,
}

async function inspect(crew: ChildCrew, bytes: Uint8Array, policy: DoorPolicy): Promise<Inspection> {
  const reply = await crew.perform({ task: 'inspect-upload', bytes, policy }, () => {})
  if (reply.reply === 'inspected') return reply.inspection
  throw new Error(reply.reply === 'failed' ? reply.message : `Unexpected reply ${reply.reply}`)
}

/** Throws `UNAVAILABLE` where no child could be started: the file was never looked at, and may be sent again. */
function refusalOf({ why, message }: TaskLost, bytes: Uint8Array): Refusal {
  if (why === 'start') {
    logger.error({ event: 'imaging.not_started', message })
    throw new AppError('UNAVAILABLE')
  }
  const type = sniffType(bytes) ?? 'jpeg'
  return why === 'crash' ? damagedFile(type) : tooComplex(type)
}

/** Builds a pool of its own; programs share the one of `imagingPool()`. */
export function createImagingPool({
  size = Math.max(1, availableParallelism()),
  door,
  checks,
}: Partial<PoolOptions> = {}): ImagingPool {
  const slots = new Slots(size)
  const doorkeepers = new ChildCrew({ ...doorCrew, ...door }, slots)
  const tilers = new ChildCrew(tileCrew, slots)
  const checkers = new ChildCrew({ ...checkCrew, ...checks }, slots)
  return {
    size,
    async inspectUpload(bytes, policy) {
      try {
        return await inspect(doorkeepers, bytes, policy)
      } catch (error) {
        if (!(error instanceof TaskLost)) throw error
        return { accepted: false, refusal: refusalOf(error, bytes) }
      }
    },
    checkCapture: (input, onProgress) => surviveChecks(checkers, input, onProgress),
    async deriveTiles(bytes) {
      const reply = await tilers.perform({ task: 'derive-tiles', bytes }, () => {})
      if (reply.reply === 'tiled') return reply.tiles
      throw new Error(reply.reply === 'failed' ? reply.message : `Unexpected reply ${reply.reply}`)
    },
    close: async () => {
      await doorkeepers.close()
      await tilers.close()
      await checkers.close()
    },
  }
}

const shared = globalThis as { imagingPool?: ImagingPool }

/** The program's one pool, started on first use; its children end by themselves when idle, and with the program. */
export function imagingPool(): ImagingPool {
  shared.imagingPool ??= createImagingPool()
  return shared.imagingPool
}
