import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** The tokens of globals.css as `[light, dark]`. */
const tokens = new Map(
  [...readFileSync('app/globals.css', 'utf8').matchAll(/--color-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name, light, dark]) => [name!, [light!, dark!] as const],
  ),
)

const surfaces = ['background', 'card', 'popover', 'muted', 'hover', 'selected']
const onSurfaces = ['foreground', 'muted-foreground', 'danger', 'warning'].flatMap((text) =>
  surfaces.map((surface) => [text, surface] as const),
)
const soft = ['success', 'warning', 'danger', 'info'].map((tone) => [tone, `${tone}-soft`] as const)
const texts = [...onSurfaces, ...soft, ['primary-foreground', 'primary'], ['primary-foreground', 'primary-hover']]
const edges = ['input', 'ring', 'primary', 'series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6']

/** WCAG 2.2 contrast ratio of two sRGB colours. */
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('in the %s theme', (_, theme) => {
  const colour = (name: string) => tokens.get(name)![theme]

  it.each(texts)('%s on %s can be read (4.5 : 1)', (...[text, surface]) => {
    expect(contrast(colour(text!), colour(surface!))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(edges)('%s stands out from a card (3 : 1)', (edge) => {
    expect(contrast(colour(edge), colour('card'))).toBeGreaterThanOrEqual(3)
  })

  it('white on the solid danger button can be read', () => {
    expect(contrast('#ffffff', colour('danger-solid'))).toBeGreaterThanOrEqual(4.5)
  })
})
