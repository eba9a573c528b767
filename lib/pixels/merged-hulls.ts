import type { Point } from '#lib/domain/region'
import { convexHull } from './convex-hull.ts'

/** Convex outlines round places, without their ragged edges; where two overlap, one goes round both. */
export function mergedHulls(places: readonly (readonly Point[])[]): Point[][] {
  const hulls: Point[][] = []
  for (const place of places) {
    let hull = convexHull(place)
    // What has grown may reach what it did not reach before.
    for (let i = hulls.findIndex((other) => overlap(hull, other)); i >= 0; ) {
      hull = convexHull([...hull, ...hulls.splice(i, 1)[0]!])
      i = hulls.findIndex((other) => overlap(hull, other))
    }
    hulls.push(hull)
  }
  return hulls
}

/** Two convex polygons overlap unless a line along a side of one has them on different sides (separating axis theorem). */
function overlap(a: readonly Point[], b: readonly Point[]): boolean {
  return ![...normals(a), ...normals(b)].some((normal) => {
    const [[leastA, mostA], [leastB, mostB]] = [extent(a, normal), extent(b, normal)]
    return mostA < leastB || mostB < leastA
  })
}

function normals(polygon: readonly Point[]): Point[] {
  return polygon.map(([x1, y1], i) => {
    const [x2, y2] = polygon[(i + 1) % polygon.length]!
    return [y2 - y1, x1 - x2]
  })
}

function extent(polygon: readonly Point[], [nx, ny]: Point): [least: number, most: number] {
  const along = polygon.map(([x, y]) => x * nx + y * ny)
  return [Math.min(...along), Math.max(...along)]
}
