import type { EdgeMap } from './edge-map.ts'

/** A straight line `x·nx + y·ny = offset`, in pixels from the picture's centre; `angle` of the normal in degrees, 0..180. */
export interface Line {
  nx: number
  ny: number
  offset: number
  angle: number
  votes: number
}

const spreadDegrees = 3

/**
 * The strongest straight lines of an edge map, most votes first, none with fewer than the least. Each edge pixel votes for the few
 * directions near its own normal only (O'Gorman and Clowes 1976), so textures don't add up to lines.
 */
export function houghLines(edges: EdgeMap, count: number, leastVotes = 6): Line[] {
  const reach = Math.ceil(Math.hypot(edges.width, edges.height) / 2) + 2
  const offsets = 2 * reach + 1
  const votes = vote(edges, reach, offsets)
  return peaksOf(votes, offsets, count, leastVotes).map(({ angle, index, votes }) => {
    const radians = (angle * Math.PI) / 180
    return { nx: Math.cos(radians), ny: Math.sin(radians), offset: index - reach, angle, votes }
  })
}

/** Of whole degrees. */
const cosines = Float64Array.from({ length: 180 }, (_, degrees) => Math.cos((degrees * Math.PI) / 180))
const sines = Float64Array.from({ length: 180 }, (_, degrees) => Math.sin((degrees * Math.PI) / 180))

function vote({ width, height, ridge, gx, gy }: EdgeMap, reach: number, offsets: number): Float32Array {
  const votes = new Float32Array(180 * offsets)
  for (let i = 0; i < ridge.length; i++) {
    const weight = ridge[i]!
    if (weight < 0.05) continue
    const y = Math.floor(i / width)
    const [across, down] = [i - y * width - width / 2, y - height / 2]
    const facing = (Math.atan2(gy[i]!, gx[i]!) * 180) / Math.PI
    for (let a = Math.ceil(facing - spreadDegrees); a <= facing + spreadDegrees; a++) {
      const angle = (a + 360) % 180
      const at = across * cosines[angle]! + down * sines[angle]! + reach
      const low = Math.floor(at)
      const share = weight * (1 - Math.abs(a - facing) / (spreadDegrees + 1))
      votes[angle * offsets + low]! += share * (1 - at + low)
      votes[angle * offsets + low + 1]! += share * (at - low)
    }
  }
  return votes
}

interface Peak {
  angle: number
  index: number
  votes: number
}

/** Local maxima, taken greedily: a line within 3° and 4 px (or a nearby crossing of both) of a stronger one is the same line. */
function peaksOf(votes: Float32Array, offsets: number, count: number, leastVotes: number): Peak[] {
  const peaks: Peak[] = []
  for (let angle = 0; angle < 180; angle++) {
    for (let index = 2; index < offsets - 2; index++) {
      const here = votes[angle * offsets + index]!
      if (here < leastVotes || !isPeak(votes, offsets, angle, index, here)) continue
      peaks.push({ angle, index, votes: here })
    }
  }
  return peaks.sort((a, b) => b.votes - a.votes).slice(0, count)
}

function isPeak(votes: Float32Array, offsets: number, angle: number, index: number, here: number): boolean {
  for (let da = -3; da <= 3; da++) {
    const turned = angle + da
    // Past 0° or 180° the same line has its offset on the other side.
    const wraps = turned < 0 || turned >= 180
    const row = ((turned + 180) % 180) * offsets
    for (let di = -3; di <= 3; di++) {
      if (da === 0 && di === 0) continue
      const at = wraps ? offsets - 1 - index + di : index + di
      if (at < 0 || at >= offsets) continue
      const there = votes[row + at]!
      if (there > here || (there === here && (da < 0 || (da === 0 && di < 0)))) return false
    }
  }
  return true
}
