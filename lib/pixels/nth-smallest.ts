/**
 * The value that would stand at place `n` (from 0) if the values were sorted; reorders them. Linear where sorting all of them is
 * not. Source: Hoare, Algorithm 65: Find, 1961. Throws a RangeError outside the list.
 */
export function nthSmallest(values: Float32Array, n: number): number {
  if (!(n >= 0 && n < values.length)) throw new RangeError(`Expected a place from 0 to ${values.length - 1}, got ${n}`)
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const pivot = values[(low + high) >> 1]!
    let [left, right] = [low, high]
    while (left <= right) {
      while (values[left]! < pivot) left++
      while (values[right]! > pivot) right--
      if (left <= right) {
        const held = values[left]!
        values[left++] = values[right]!
        values[right--] = held
      }
    }
    if (n <= right) high = right
    else if (n >= left) low = left
    else break
  }
  return values[n]!
}
