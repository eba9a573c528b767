/** A connected area of a mask: how many cells, and its box with both ends included. */
export interface Component {
  label: number
  size: number
  left: number
  top: number
  right: number
  bottom: number
}

export interface Labelling {
  /** Row-major, 0 = background, else the component's label. */
  labels: Int32Array
  components: Component[]
}

/** Labels the 8-connected areas of a mask (row-major `width × height`, non-zero = inside). */
export function connectedComponents(mask: Uint8Array, width: number, height: number): Labelling {
  const labels = new Int32Array(width * height)
  const components: Component[] = []
  const stack: number[] = []
  for (let start = 0; start < mask.length; start++) {
    if (!mask[start] || labels[start]) continue
    components.push(flood(mask, labels, stack, start, components.length + 1, width, height))
  }
  return { labels, components }
}

function flood(
  mask: Uint8Array,
  labels: Int32Array,
  stack: number[],
  start: number,
  label: number,
  width: number,
  height: number,
): Component {
  const found: Component = { label, size: 0, left: width, top: height, right: 0, bottom: 0 }
  stack.push(start)
  labels[start] = label
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const y = (at / width) | 0
    const x = at - y * width
    found.size++
    if (x < found.left) found.left = x
    if (x > found.right) found.right = x
    if (y < found.top) found.top = y
    if (y > found.bottom) found.bottom = y
    const left = x > 0 ? -1 : 0
    const right = x < width - 1 ? 1 : 0
    const last = y < height - 1 ? at + width : at
    for (let row = y > 0 ? at - width : at; row <= last; row += width) {
      for (let next = row + left; next <= row + right; next++) {
        if (!mask[next] || labels[next]) continue
        labels[next] = label
        stack.push(next)
      }
    }
  }
  return found
}
