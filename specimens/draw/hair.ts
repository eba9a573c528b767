import type { Look } from '../look.ts'
import { makeRandom, type Random } from '../random.ts'
import { shaded } from './colour.ts'

const cap = 'M17.5 64 C10 28 28 9 50 9 C72 9 90 28 82.5 64 L80 66'
const shapes = {
  short: `${cap} C81 50 77 40 69 35 C58 31 44 33 36 34 C26 38 19 50 20 66Z`,
  parted: `${cap} C84 84 86 100 84 116 L76 112 C80 92 82 62 72 48 C64 38 56 30 47 26 C36 34 26 42 22 56 C18 78 20 96 24 112 L15 116 C13 96 15 82 17.5 64Z`,
  bob: `${cap} C84 78 85 88 82 96 L75 95 C79 82 80 62 74 50 C68 40 58 34 42 31 C32 36 25 44 22 58 C19 76 21 86 25 95 L17 96 C14 86 15 78 17.5 64Z`,
}

/** The hair behind head and neck, as SVG. */
export function backHairSvg(look: Look): string {
  const fill = shaded(look.hair, 0.62)
  if (look.hairStyle === 'long')
    return `<path fill="${fill}" d="M13 132 C9 90 8 8 50 8 C92 8 91 90 87 132 C70 140 30 140 13 132Z"/>`
  if (look.hairStyle === 'bob')
    return `<path fill="${fill}" d="M16 98 C9 40 26 8 50 8 C74 8 91 40 84 98 C72 104 28 104 16 98Z"/>`
  return ''
}

/** The hair over forehead and temples, as SVG: a shape filled with strands, or curls. The same look always gives the same hair. */
export function frontHairSvg(look: Look): string {
  const random = makeRandom(`hair/${look.hair}/${look.hairStyle}/${look.age}`)
  if (look.hairStyle === 'bald') return ''
  if (look.hairStyle === 'curly') return curls(look, random)
  const shape = look.hairStyle === 'long' ? shapes.parted : shapes[look.hairStyle]
  const strands = Array.from({ length: 190 }, () => strand(look, random)).join('')
  return `<clipPath id="hair"><path d="${shape}"/></clipPath><path d="${shape}" fill="${look.hair}"/>
    <g clip-path="url(#hair)" fill="none" stroke-opacity="0.6">${strands}</g>`
}

// Opacity is set on strokes, not on elements: each element with an opacity of its own costs the renderer a layer.
function strand(look: Look, random: Random): string {
  const side = random.chance(0.5) ? -1 : 1
  const reach = random.next()
  const startX = 50 + random.between(-9, 9)
  const endX = 50 + side * (8 + 30 * reach)
  const endY = 26 + 88 * reach ** 1.6 + random.between(-8, 8)
  const bulge = 50 + side * (14 + 30 * reach)
  const colour = shaded(look.hair, random.between(0.55, 1.75))
  return `<path d="M${startX.toFixed(1)} ${random.between(6, 13).toFixed(1)} Q${bulge.toFixed(1)} ${random.between(9, 22).toFixed(1)} ${endX.toFixed(1)} ${endY.toFixed(1)}" stroke="${colour}" stroke-width="${random.between(0.2, 0.8).toFixed(2)}"/>`
}

function curls(look: Look, random: Random): string {
  const dots = Array.from({ length: 230 }, () => {
    const turn = random.between(Math.PI * 0.97, Math.PI * 2.03)
    const reach = random.between(0.8, 1.1)
    const x = 50 + Math.cos(turn) * 33 * reach
    const y = 52 + Math.sin(turn) * 39 * reach
    const colour = shaded(look.hair, random.between(0.6, 1.5))
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${random.between(1.6, 3.6).toFixed(1)}" fill="${colour}" stroke="${shaded(look.hair, 0.55)}" stroke-width="0.3"/>`
  })
  return `<path d="${shapes.short}" fill="${look.hair}"/>${dots.join('')}`
}
