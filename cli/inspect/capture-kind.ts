import { basename, dirname } from 'node:path'
import type { CaptureKind } from '#lib/domain/capture'
import type { InspectOptions } from './options.ts'

/** Kind words as they stand alone in a name: `id-front.jpg`, `42_selfie.png`, but not `passportphoto.jpg`. */
const words: [CaptureKind, RegExp][] = [
  ['id_front', /(?<![a-z])(id[ _-]?)?front(?![a-z])/i],
  ['id_back', /(?<![a-z])(id[ _-]?)?back(?![a-z])/i],
  ['passport_page', /(?<![a-z])passport([ _-]?page)?(?![a-z])/i],
  ['selfie', /(?<![a-z])selfies?(?![a-z])/i],
]

function kindIn(name: string): CaptureKind | undefined {
  return words.find(([, word]) => word.test(name))?.[0]
}

/** The kind asked for, or told by the name of the file or its folder, or implied by the declared type; else `id_front`. */
export function captureKindOf(
  path: string,
  { kind, declaredType }: Pick<InspectOptions, 'kind' | 'declaredType'>,
): CaptureKind {
  const named = kind ?? kindIn(basename(path)) ?? kindIn(basename(dirname(path)))
  return named ?? (declaredType === 'passport' ? 'passport_page' : 'id_front')
}
