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
  const stack = new Int32Array(width * height)
  for (let start = 0; start < mask.length; start++) {
    if (!mask[start] || labels[start]) continue
    components.push(flood(mask, labels, stack, start, components.length + 1, width, height))
  }
  return { labels, components }
}

function flood(
  mask: Uint8Array,
  labels: Int32Array,
  stack: Int32Array,
  start: number,
  label: number,
  width: number,
  height: number,
): Component {
  const found: Component = { label, size: 0, left: width, top: height, right: 0, bottom: 0 }
  let depth = 0
  stack[depth++] = start
  labels[start] = label
  while (depth > 0) {
    const at = stack[--depth]!
    const y = (at / width) | 0
    const x = at - y * width
    found.size++
    found.left = Math.min(found.left, x)
    found.right = Math.max(found.right, x)
    found.top = Math.min(found.top, y)
    found.bottom = Math.max(found.bottom, y)
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
        const next = ny * width + nx
        if (!mask[next] || labels[next]) continue
        labels[next] = label
        stack[depth++] = next
      }
    }
  }
  return found
}
