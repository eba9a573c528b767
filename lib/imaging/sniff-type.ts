import type { FileType } from '#lib/domain/artifacts'

const magic: Record<FileType, readonly number[]> = {
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
}

/** The type by the magic number at byte 0, the only thing that decides it; null for all we never take. */
export function sniffType(bytes: Uint8Array): FileType | null {
  const types = Object.keys(magic) as FileType[]
  return types.find((type) => magic[type].every((byte, index) => bytes[index] === byte)) ?? null
}
