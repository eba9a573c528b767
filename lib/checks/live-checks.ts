import type { Artifacts } from '#lib/domain/artifacts'
import { type CaptureKind, showsDocument } from '#lib/domain/capture'
import type { Finding } from '#lib/domain/finding'
import type { Policy } from '#lib/domain/policy'
import { documentOutline } from '#lib/pixels/document-outline'
import { lumaOf } from '#lib/pixels/luma'
import { type LivePolicy, live } from './live-policy.ts'
import { runCheck } from './run-check.ts'

/** Long side above which a picture is no longer what the server's checks look at. */
export const longestSidePx = 1600

/** Interleaved RGBA, row-major, as a canvas gives it. */
export interface LiveFrame {
  data: Uint8ClampedArray
  width: number
  height: number
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
