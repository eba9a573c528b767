import type { Artifacts } from '#lib/domain/artifacts'
import { type CaptureKind, showsDocument } from '#lib/domain/capture'
import type { Finding } from '#lib/domain/finding'
import type { Policy } from '#lib/domain/policy'
import type { ReasonCode } from '#lib/domain/reasons'
import { documentOutline } from '#lib/pixels/document-outline'
import { lumaOf } from '#lib/pixels/luma'
import type { CheckDefinition } from './check.ts'
import { colour } from './colour.ts'
import { cropping } from './cropping.ts'
import { exposure } from './exposure.ts'
import { glare } from './glare.ts'
import { runCheck } from './run-check.ts'
import { sharpness } from './sharpness.ts'

/** Long side above which a picture is no longer what the server's checks look at. */
export const longestSidePx = 1600

/** Interleaved RGBA, row-major, as a canvas gives it. */
export interface LiveFrame {
  data: Uint8ClampedArray
  width: number
  height: number
}

/** The checks that pixels alone answer; in the order to tell a customer about. */
const live = [cropping, exposure, sharpness, glare, colour] as unknown as readonly CheckDefinition[]

/** Every reason a live check may suggest. */
export const liveReasons: readonly ReasonCode[] = live.flatMap(({ suggests }) => suggests)

/** What live checks need to know of a policy: which of them are switched off, and their limits where they were changed. */
export type LivePolicy = Pick<Policy, 'checks'>

/** A policy as a browser may have it: of what it says of the live checks everything, and nothing else. */
export function livePolicy({ checks }: LivePolicy): LivePolicy {
  return { checks: Object.fromEntries(live.flatMap(({ id }) => (checks[id] ? [[id, checks[id]]] : []))) }
}

/**
 * The registry's own picture checks in the browser, those the policy switched off left out: for the same pixels they find what they
 * find on the server.
 * The frame is upright and at most 1600 px long (throws a RangeError if not: draw it smaller); fewer pixels are quicker, but small
 * print then counts as blurred. 0.2–0.5 s at 1600 px on a desktop, so call it from a worker.
 */
export async function liveChecks(frame: LiveFrame, kind: CaptureKind, policy: LivePolicy): Promise<Finding[]> {
  if (Math.max(frame.width, frame.height) > longestSidePx) {
    throw new RangeError(`A frame of ${frame.width} × ${frame.height} px is longer than ${longestSidePx} px`)
  }
  const picture = onWhite(frame)
  const outline = showsDocument(kind) ? documentOutline(picture) : null
  const known: Partial<Artifacts> = { kind, picture, luma: lumaOf(picture), documentOutline: outline }
  const source = { get: async <Name extends keyof Artifacts>(name: Name) => known[name] as Artifacts[Name] }
  const wanted = live.filter(({ id }) => policy.checks[id]?.enabled !== false)
  // None of these reads more of a policy than that.
  return Promise.all(wanted.map((check) => runCheck(check, source, policy as Policy)))
}

/** Without the fourth channel; transparent parts lie on white, as where uploads are decoded. */
function onWhite({ data, width, height }: LiveFrame): Artifacts['picture'] {
  const colours = new Uint8Array(width * height * 3)
  for (let i = 0, to = 0; i < data.length; i += 4) {
    const alpha = data[i + 3]!
    for (let channel = 0; channel < 3; channel++) {
      colours[to++] = alpha === 255 ? data[i + channel]! : 255 + ((data[i + channel]! - 255) * alpha) / 255
    }
  }
  return { data: colours, width, height }
}
