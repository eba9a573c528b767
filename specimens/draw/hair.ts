import type { Look } from '../look.ts'
import { makeRandom, type Random } from '../random.ts'
import { shaded } from './colour.ts'

const cap = 'M17.5 64 C10 28 28 9 50 9 C72 9 90 28 82.5 64 L80 66'
const shapes = {
  short: `${cap} C81 50 77 40 69 35 C58 31 44 33 36 34 C26 38 19 50 20 66Z`,
  long: 'M13 131 C11 96 12 82 17 60 C14 26 30 8.5 50 8.5 C70 8.5 86 26 83 60 C88 82 89 96 87 131 L75 131 C80 104 82 84 79 62 C75 46 60 37 47 26 C38 37 25 46 21 62 C18 84 20 104 25 131Z',
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
  const shape = shapes[look.hairStyle]
  const strands = Array.from({ length: 260 }, () => strand(look, random)).join('')
  return `<clipPath id="hair"><path d="${shape}"/></clipPath><path d="${shape}" fill="${look.hair}"/>
    <g clip-path="url(#hair)" fill="none" stroke-opacity="0.6">${strands}</g>`
}

// Opacity is set on strokes, not on elements: each element with an opacity of its own costs the renderer a layer.
function strand(look: Look, random: Random): string {
  const side = random.chance(0.5) ? -1 : 1
  const reach = random.next()
  const along = random.next() ** 2
  const start = `${(50 - 3 * along + side * random.between(0, 5)).toFixed(1)} ${(8 + 18 * along).toFixed(1)}`
  const bend = `${(50 + side * (16 + 26 * reach)).toFixed(1)} ${random.between(9, 24).toFixed(1)}`
  const end = `${(50 + side * (14 + 26 * reach)).toFixed(1)} ${(36 + 104 * reach ** 1.4 + random.between(-8, 8)).toFixed(1)}`
  const colour = shaded(look.hair, random.between(0.5, 1.7))
  return `<path d="M${start} Q${bend} ${end}" stroke="${colour}" stroke-width="${random.between(0.15, 0.6).toFixed(2)}"/>`
}

function curls(look: Look, random: Random): string {
  const loops = Array.from({ length: 520 }, () => {
    const turn = random.between(Math.PI * 0.97, Math.PI * 2.03)
    const reach = random.between(0.78, 1.08)
    const x = 50 + Math.cos(turn) * 33 * reach
    const y = 52 + Math.sin(turn) * 39 * reach
    const radius = random.between(0.9, 2.3)
    const end = `${random.between(-radius, radius).toFixed(1)} ${random.between(-radius, radius).toFixed(1)}`
    const colour = shaded(look.hair, random.between(0.45, 1.6))
    return `<path d="M${x.toFixed(1)} ${y.toFixed(1)}a${radius.toFixed(1)} ${radius.toFixed(1)} 0 1 1 ${end}" stroke="${colour}" stroke-width="${random.between(0.5, 1.1).toFixed(1)}"/>`
  })
  return `<path d="${shapes.short}" fill="${look.hair}"/><g fill="none" stroke-linecap="round">${loops.join('')}</g>`
}
