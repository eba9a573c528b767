const isLittleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1

/**
 * The same memory four bytes at once, the first byte lowest, without a rest of up to three at the end; null where that can't be: where the
 * bytes don't begin at a word, or on a machine that has the first byte highest.
 */
export function wordsOf({ buffer, byteOffset, length }: Uint8Array): Int32Array | null {
  return isLittleEndian && byteOffset % 4 === 0 ? new Int32Array(buffer, byteOffset, length >> 2) : null
}
