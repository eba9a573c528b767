import { type Acceptance, fileTypeTitle } from '#lib/domain/accept'
import { formatBytes } from '#lib/domain/format'

/** Why a file wasn't even tried, for staff. */
export function problemInWords(
  problem: 'wrong_type' | 'too_large',
  { size }: { size: number },
  { types, maxSizeBytes }: Acceptance,
): string {
  if (problem === 'too_large') return `${formatBytes(size)}; this client takes up to ${formatBytes(maxSizeBytes)}.`
  return `This client takes ${types.map((type) => fileTypeTitle[type]).join(', ')}.`
}
