type Corner = readonly [x: number, y: number]

/**
 * A closed polygon with at most `maxPoints` corners (≥ 4), by Douglas–Peucker from the two corners farthest apart, with
 * a tolerance in the points' unit that doubles until the limit holds.
 */
export function simplifyPolygon(points: readonly Corner[], tolerance: number, maxPoints: number): Corner[] {
  for (let allowed = tolerance; ; allowed *= 2) {
    const simple = simplifyRing(points, allowed)
    if (simple.length <= maxPoints) return simple.length >= 3 ? simple : points.slice(0, 3)
  }
}

function simplifyRing(points: readonly Corner[], tolerance: number): Corner[] {
  const far = farthestFrom(points, points[0]!)
  const there = simplifyChain(points.slice(0, far + 1), tolerance)
  const back = simplifyChain([...points.slice(far), points[0]!], tolerance)
  return [...there.slice(0, -1), ...back.slice(0, -1)]
}

function simplifyChain(chain: readonly Corner[], tolerance: number): Corner[] {
  const keep = new Uint8Array(chain.length)
  keep[0] = keep[chain.length - 1] = 1
  const spans: [number, number][] = [[0, chain.length - 1]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    let worst = tolerance
    let at = -1
    for (let i = from + 1; i < to; i++) {
      const distance = distanceToSegment(chain[i]!, chain[from]!, chain[to]!)
      if (distance > worst) [worst, at] = [distance, i]
    }
    if (at < 0) continue
    keep[at] = 1
    spans.push([from, at], [at, to])
  }
  return chain.filter((_, i) => keep[i])
}

function farthestFrom(points: readonly Corner[], [x0, y0]: Corner): number {
  let best = 0
  let at = 0
  points.forEach(([x, y], i) => {
    const distance = (x - x0) ** 2 + (y - y0) ** 2
    if (distance > best) [best, at] = [distance, i]
  })
  return at
}

function distanceToSegment([x, y]: Corner, [x1, y1]: Corner, [x2, y2]: Corner): number {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length))
  return Math.hypot(x - x1 - t * (x2 - x1), y - y1 - t * (y2 - y1))
}
