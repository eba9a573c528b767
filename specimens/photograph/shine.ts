import type { Random } from '../random.ts'
import { amountOf, type SpoilOptions, type Spoilt } from '../spoil.ts'
import { type Field, makeField, maskOf } from './field.ts'
import type { Subject } from './subject.ts'

/** Added light from which a place counts as shining: with the paper's own light it is at or near white. */
const shining = 0.4

type Colour = readonly [red: number, green: number, blue: number]
type Shine = (x: number, y: number) => Colour

/** Light the laminate throws back: white glare and coloured holograms. Null where none is asked for. */
export function throwBack(
  random: Random,
  widthPx: number,
  heightPx: number,
  subject: Subject,
  spoil: readonly SpoilOptions[],
): { added: [Field, Field, Field] | null; spoilt: Spoilt[] } {
  const spoilt: Spoilt[] = []
  let added: [Field, Field, Field] | null = null
  for (const item of spoil) {
    if (item.kind !== 'glare' && item.kind !== 'hologram') continue
    const shine = (item.kind === 'glare' ? glare : hologram)(random, widthPx, heightPx, subject, item)
    added ??= [dark(widthPx, heightPx), dark(widthPx, heightPx), dark(widthPx, heightPx)]
    const brightest = addTo(added, shine)
    // Full at twice the limit puts the mask's 128 on the limit.
    const mask = maskOf(brightest, item.kind === 'glare' ? 2 * shining : 0.16)
    spoilt.push({ kind: item.kind, amount: amountOf(item), whole: false, mask })
  }
  return { added, spoilt }
}

function dark(widthPx: number, heightPx: number): Field {
  return makeField(widthPx, heightPx, () => 0)
}

/** Adds a shine to the three channels, and gives its brightest channel everywhere. */
function addTo([red, green, blue]: readonly [Field, Field, Field], shine: Shine): Field {
  const { width, height } = red
  return makeField(width, height, (x, y) => {
    const colour = shine(x, y)
    const at = Math.floor(y * height) * width + Math.floor(x * width)
    red.data[at] = red.data[at]! + colour[0]
    green.data[at] = green.data[at]! + colour[1]
    blue.data[at] = blue.data[at]! + colour[2]
    return Math.max(...colour)
  })
}

/** A lamp or window mirrored in the laminate: one to three uneven blobs with a clipped core and a long soft halo. */
function glare(random: Random, widthPx: number, heightPx: number, subject: Subject, item: SpoilOptions): Shine {
  const amount = amountOf(item)
  const [x, y] = [item.at?.[0] ?? random.between(0.15, 0.85), item.at?.[1] ?? random.between(0.15, 0.85)]
  const blobs = Array.from({ length: random.whole(1, 3) }, (_, index) => {
    const spread = index === 0 ? 0 : 0.16
    const size = subject.widthPx * (0.05 + 0.12 * amount) * (index === 0 ? 1 : random.between(0.3, 0.7))
    return blob(random, subject.toPicture(x + random.normal() * spread, y + random.normal() * spread), size)
  })
  const warmth = random.between(-0.05, 0.05)
  return (atX, atY) => {
    const cover = subject.cover(atX, atY)
    // Off the laminate only the lens' own halo remains.
    const strength = blobs.reduce((sum, { core, halo }) => {
      const [right, down] = [atX * widthPx, atY * heightPx]
      return sum + core(right, down) * cover + halo(right, down) * (0.25 + 0.75 * cover)
    }, 0)
    return [strength * (1 + warmth), strength, strength * (1 - warmth)]
  }
}

function blob(random: Random, [centreX, centreY]: [number, number], size: number) {
  const turn = random.between(0, Math.PI)
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const stretch = random.between(1, 2.6)
  const peak = random.between(1.3, 2)
  const wobble = [2, 3, 5].map((petals) => ({ petals, swing: random.between(0, 0.14), phase: random.between(0, 6.28) }))
  const distance = (right: number, down: number) => {
    const along = ((right - centreX) * cos + (down - centreY) * sin) / (size * Math.sqrt(stretch))
    const across = ((down - centreY) * cos - (right - centreX) * sin) / (size / Math.sqrt(stretch))
    const angle = Math.atan2(across, along)
    const uneven = wobble.reduce((sum, { petals, swing, phase }) => sum + swing * Math.sin(petals * angle + phase), 1)
    return Math.hypot(along, across) / uneven
  }
  return {
    core: (right: number, down: number) => peak / (1 + Math.exp((distance(right, down) - 1) * 7)),
    halo: (right: number, down: number) => 0.22 * Math.exp(-1.3 * Math.max(0, distance(right, down) - 0.8)),
  }
}

/** A hologram's rainbow stripes on a patch of the document; never white. */
function hologram(random: Random, widthPx: number, heightPx: number, subject: Subject, item: SpoilOptions): Shine {
  const amount = amountOf(item)
  const [centreX, centreY] = subject.toPicture(
    item.at?.[0] ?? random.between(0.3, 0.8),
    item.at?.[1] ?? random.between(0.25, 0.6),
  )
  const size = subject.widthPx * random.between(0.1, 0.17)
  const turn = random.between(0, Math.PI)
  const [phase, stripes] = [random.between(0, 6.28), random.between(3, 7)]
  return (x, y) => {
    const [right, down] = [(x * widthPx - centreX) / size, (y * heightPx - centreY) / size]
    const distance = Math.hypot(right, down)
    const cover = subject.cover(x, y) * Math.max(0, 1 - distance ** 4)
    if (cover === 0) return [0, 0, 0]
    const hue = phase + stripes * (right * Math.cos(turn) + down * Math.sin(turn)) + 2.5 * distance
    const part = (shift: number) => cover * (0.12 + 0.3 * amount) * Math.max(0, Math.cos(hue + shift)) ** 1.5
    return [part(0), part(2.09), part(4.19)]
  }
}
