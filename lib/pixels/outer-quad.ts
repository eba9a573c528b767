import { cornerDistance, quadArea, sideLength } from './quad.ts'
import type { QuadCandidate } from './quad-search.ts'

const outerTolerance = 0.25
const leastOuterSupport = 0.5
const leastBeyondSupport = 0.5
const sameCornerPx = 5

/**
 * A printed bar can look more like a side than the document's own faint edge behind it. The sides that run on past the bar
 * tell: a quad that shares three sides with the best and goes on along two of them, all on edges, is the document. Undefined
 * where there is none.
 */
export function outerQuad(best: QuadCandidate, found: readonly QuadCandidate[]): QuadCandidate | undefined {
  return found.find(
    (quad) =>
      quad.score > best.score - outerTolerance &&
      quad.score < best.score &&
      !quad.onBorder.includes(true) &&
      Math.min(...quad.support) >= leastOuterSupport &&
      quadArea(quad.corners) > 1.05 * quadArea(best.corners) &&
      runsOnAlong(quad, best),
  )
}

/** True where two sides of the outer quad start at corners of the inner one and are edges beyond the inner's ends, too. */
function runsOnAlong(outer: QuadCandidate, inner: QuadCandidate): boolean {
  const same = outer.corners.map((corner) =>
    inner.corners.findIndex((other) => cornerDistance(corner, other) < sameCornerPx),
  )
  if (same.filter((i) => i >= 0).length !== 2) return false
  let running = 0
  for (let side = 0; side < 4; side++) {
    const [from, to] = [same[side]!, same[(side + 1) % 4]!]
    if (from >= 0 === to >= 0) continue
    const shared = Math.max(from, to)
    const innerSide = [0, 3]
      .map((step) => (shared + step) % 4)
      .find((i) => !same.includes((i + (i === shared ? 1 : 0)) % 4))
    if (innerSide === undefined) return false
    const [whole, part] = [sideLength(outer.corners, side), sideLength(inner.corners, innerSide)]
    const beyond = (outer.support[side]! * whole - inner.support[innerSide]! * part) / Math.max(1, whole - part)
    if (whole > part && beyond >= leastBeyondSupport) running++
  }
  return running === 2
}
