import type { Face } from './artifacts.ts'

/** A face whose features were found. */
export type TracedFace = Face & { pose: NonNullable<Face['pose']>; eyeDistancePx: number }

/** The face to judge, the largest, or in plain words why there is none to judge. */
export function largestFace([face]: readonly Face[]): { face: TracedFace } | { missing: string } {
  if (!face) return { missing: 'No face found to judge: it may be covered or turned away.' }
  const { pose, eyeDistancePx } = face
  if (pose === null || eyeDistancePx === null || face.mesh.length === 0) {
    return { missing: 'The face is covered or turned away so far that its features could not be found.' }
  }
  return { face: { ...face, pose, eyeDistancePx } }
}
