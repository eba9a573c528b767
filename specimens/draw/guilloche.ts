/** A closed or open line through the points as an SVG path, smoothed by quadratic curves through the midpoints. */
export function smoothPath(points: readonly (readonly [x: number, y: number])[]): string {
  const [first, ...rest] = points
  if (!first) return ''
  let path = `M${fixed(first[0])} ${fixed(first[1])}`
  for (let at = 0; at < rest.length - 1; at++) {
    const [x, y] = rest[at]!
    const [nextX, nextY] = rest[at + 1]!
    path += `Q${fixed(x)} ${fixed(y)} ${fixed((x + nextX) / 2)} ${fixed((y + nextY) / 2)}`
  }
  return path
}

function fixed(value: number): string {
  return value.toFixed(2)
}

/** Interwoven wave lines over an area, as security paper has them; sizes in millimetres. */
export function waves(
  width: number,
  height: number,
  {
    spacing,
    swing,
    length,
    colour,
    phase = 0,
  }: { spacing: number; swing: number; length: number; colour: string; phase?: number },
): string {
  const lines: string[] = []
  const step = length / 7
  for (let row = -4; row * spacing < height + 4; row++) {
    const points: [number, number][] = []
    for (let x = -step; x <= width + 2 * step; x += step) {
      const slow = Math.sin((x / width) * Math.PI * 2 + row * 0.11 + phase)
      points.push([
        x,
        row * spacing + Math.sin((x / length) * Math.PI * 2 + row * 0.42 + phase) * swing * (1 + 0.6 * slow) + slow * 2,
      ])
    }
    lines.push(smoothPath(points))
  }
  return `<path d="${lines.join('')}" fill="none" stroke="${colour}" stroke-width="0.11"/>`
}

/** A rosette of looping lines about a point; `radius` in millimetres. */
export function rosette(x: number, y: number, radius: number, petals: number, colour: string, opacity = 1): string {
  const paths: string[] = []
  for (let ring = 0; ring < 7; ring++) {
    const points: [number, number][] = []
    for (let step = 0; step <= petals * 16 + 2; step++) {
      const turn = (step / (petals * 16)) * Math.PI * 2
      const reach = radius * (0.62 + 0.045 * ring + (0.3 - 0.03 * ring) * Math.cos(turn * petals + ring * 0.45))
      points.push([x + reach * Math.cos(turn), y + reach * Math.sin(turn)])
    }
    paths.push(smoothPath(points))
  }
  return `<path d="${paths.join('')}" fill="none" stroke="${colour}" stroke-width="0.12" stroke-opacity="${opacity}"/>`
}
