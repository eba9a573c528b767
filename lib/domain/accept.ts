import type { FileType } from './artifacts.ts'

const mimeType: Record<FileType, string> = { jpeg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf' }

/** File types as people know them. */
export const fileTypeTitle: Record<FileType, string> = { jpeg: 'JPG', png: 'PNG', pdf: 'PDF' }

/** What a client's submissions may be, as a browser can know it before anything is sent. */
export interface Acceptance {
  types: readonly FileType[]
  maxSizeBytes: number
}

/** The `accept` attribute of a file input. */
export function acceptAttribute(types: readonly FileType[]): string {
  return types.map((type) => mimeType[type]).join(',')
}

/**
 * What is plainly wrong with a file before it is sent, to spare people the wait. The server judges by the bytes all the same;
 * a file whose type the browser doesn't know is left to it.
 */
export function fileProblem(
  { type, size }: { type: string; size: number },
  { types, maxSizeBytes }: Acceptance,
): 'wrong_type' | 'too_large' | null {
  if (type !== '' && !types.some((accepted) => mimeType[accepted] === type)) return 'wrong_type'
  return size > maxSizeBytes ? 'too_large' : null
}
