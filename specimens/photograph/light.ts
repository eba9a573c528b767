import type { Random } from '../random.ts'
import { amountOf, type SpoilOptions, type Spoilt, strengths } from '../spoil.ts'
import { type Field, makeField, maskOf } from './field.ts'
import { type Subject, smoothStep } from './subject.ts'

type Brightness = (x: number, y: number) => number

/** The light on the scene: uneven within 20 %, a little darker to the lens' corners, then spoilt as asked. */
export function castLight(
  random: Random,
  widthPx: number,
  heightPx: number,
  subject: Subject,
  spoil: readonly SpoilOptions[],
): { light: Field; spoilt: Spoilt[] } {
  const slope = random.between(0.03, 0.17)
  const turn = random.between(0, 2 * Math.PI)
  const corner = random.between(0.1, 0.22)
  const level = random.between(0.9, 1.04)
  const usual: Brightness = (x, y) => {
    const [right, down] = [x - 0.5, y - 0.5]
    const even = 1 + 2 * slope * (right * Math.cos(turn) + down * Math.sin(turn))
    return level * even * (1 - corner * 2 * (right * right + down * down))
  }
  const changes: Brightness[] = []
  const spoilt: Spoilt[] = []
  for (const item of spoil) {
    const amount = amountOf(item)
    if (item.kind === 'dark') changes.push(() => strengths.darkLight(amount))
    else if (item.kind === 'bright') changes.push(() => strengths.brightLight(amount))
    else if (item.kind === 'backlit') changes.push(backlight(subject, amount))
    else if (item.kind === 'shadow') {
      const depth = shadow(random, subject, widthPx, heightPx, item)
      changes.push((x, y) => 1 - (1 - strengths.shadowLight(amount)) * depth(x, y))
      spoilt.push({ kind: 'shadow', amount, whole: false, mask: maskOf(makeField(widthPx, heightPx, depth)) })
      continue
    } else continue
    spoilt.push({ kind: item.kind, amount, whole: true })
  }
  const light = makeField(widthPx, heightPx, (x, y) =>
    changes.reduce((left, change) => left * change(x, y), usual(x, y)),
  )
  return { light, spoilt }
}

/** A bright window behind: the subject sinks, what is around it glows. */
function backlight(subject: Subject, amount: number): Brightness {
  const [dim, glow] = [0.34 * 0.25 ** amount, 1.6 + 1.6 * amount]
  return (x, y) => glow + (dim - glow) * subject.cover(x, y)
}

/** The shadow of a hand or phone that comes in over one side of the subject, with a soft edge; 0–1. */
function shadow(random: Random, subject: Subject, widthPx: number, heightPx: number, { at }: SpoilOptions): Brightness {
  const [edgeX, edgeY] = subject.toPicture(at?.[0] ?? random.between(0.3, 0.7), at?.[1] ?? random.between(0.3, 0.7))
  const turn = random.between(0, 2 * Math.PI)
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const penumbra = subject.widthPx * random.between(0.01, 0.05)
  const wave = subject.widthPx * random.between(0.02, 0.08)
  const waves = random.between(4, 8) / subject.widthPx
  return (x, y) => {
    const right = x * widthPx - edgeX
    const down = y * heightPx - edgeY
    const depth = right * cos + down * sin + wave * Math.sin((down * cos - right * sin) * waves)
    return smoothStep(-penumbra, penumbra, depth)
  }
}
