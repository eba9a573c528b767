import type { Look } from '../look.ts'
import { mixed, shaded } from './colour.ts'

/*
 * A head seen from the front, in units of a hundredth of a passport portrait's width: crown at y 14, chin at 106, eyes at
 * 60, middle at x 50. Proportions follow the usual canon (eyes halfway, an eye's width between the eyes), varied by the look.
 */

/** Ears, face and features as SVG, without hair and without shading (that is `relief.ts`). */
export function faceSvg(look: Look): string {
  return [
    ears(look),
    faceShape(look),
    beard(look),
    ...[-1, 1].map((side) => eye(look, side)),
    nose(look),
    mouth(look),
  ].join('')
}

/** Glasses as SVG; empty for a look without. */
export function glassesSvg(look: Look): string {
  if (look.glasses === 'none') return ''
  const width = look.glasses === 'thin' ? 0.8 : 1.7
  const lens = look.glasses === 'sun' ? 'fill="#101114" fill-opacity="0.94"' : 'fill="#dfe9f2" fill-opacity="0.1"'
  const middle = eyeOffset(look)
  const rims = [-1, 1].map(
    (side) =>
      `<rect x="${50 + side * middle - 9.6}" y="53.4" width="19.2" height="14.4" rx="5.4" ${lens}/>` +
      `<path d="M${50 + side * (middle + 9.6)} 57 L${50 + side * 32 * look.faceWidth} 56.4"/>`,
  )
  const bridge = `<path d="M${50 - middle + 9.6} 59 Q50 56 ${50 + middle - 9.6} 59"/>`
  return `<g fill="none" stroke="#26211f" stroke-width="${width}" stroke-linecap="round">${rims.join('')}${bridge}</g>`
}

const maskColour = { blue: '#9cc0d8', white: '#e8ebec', black: '#1d1e22' }

/** A mask over nose, mouth and chin as SVG; empty for a look without. */
export function maskSvg({ mask = 'none', faceWidth, jaw }: Look): string {
  if (mask === 'none') return ''
  const half = 29.5 * faceWidth
  const jawHalf = 24 * faceWidth * jaw
  const colour = maskColour[mask]
  const folds = [82, 88, 94]
    .map((y) => `M${50 - jawHalf * 0.8} ${y} Q50 ${y + 3.5} ${50 + jawHalf * 0.8} ${y}`)
    .join('')
  return `<path fill="${colour}" d="M${50 - half} 71 C${50 - half * 0.6} 67 ${50 - 8} 65.5 50 65.5 C${50 + 8} 65.5 ${50 + half * 0.6} 67 ${50 + half} 71
      C${50 + half - 0.5} 80 ${50 + jawHalf + 2} 90 ${50 + jawHalf - 4} 97 C${50 + jawHalf - 10} 105 ${50 + 9} 109 50 109
      C${50 - 9} 109 ${50 - jawHalf + 10} 105 ${50 - jawHalf + 4} 97 C${50 - jawHalf - 2} 90 ${50 - half + 0.5} 80 ${50 - half} 71Z"/>
    <path fill="none" stroke="${shaded(colour, 0.78)}" stroke-width="0.7" d="${folds}"/>`
}

/** Half the distance between the pupils. */
export function eyeOffset(look: Look): number {
  return 13.2 * look.eyeDistance
}

function faceShape({ skin, faceWidth, jaw }: Look): string {
  const half = 30 * faceWidth
  const jawHalf = 24.5 * faceWidth * jaw
  return `<path fill="${skin.base}" d="M50 18
    C${50 + half * 0.78} 18 ${50 + half + 1} 34 ${50 + half} 60
    C${50 + half - 0.5} 74 ${50 + jawHalf + 3} 86 ${50 + jawHalf - 4} 93
    C${50 + jawHalf - 10} 102 ${50 + 9} 106.5 50 106.5
    C${50 - 9} 106.5 ${50 - jawHalf + 10} 102 ${50 - jawHalf + 4} 93
    C${50 - jawHalf - 3} 86 ${50 - half + 0.5} 74 ${50 - half} 60
    C${50 - half - 1} 34 ${50 - half * 0.78} 18 50 18Z"/>`
}

function ears({ skin, faceWidth }: Look): string {
  return [-1, 1]
    .map((side) => {
      const x = 50 + side * 30 * faceWidth
      return `<path fill="${shaded(skin.base, 0.93)}" d="M${x - side * 2} 58 C${x + side * 5} 53 ${x + side * 6} 62 ${x + side * 4.4} 70
        C${x + side * 3.4} 76 ${x + side * 1} 78 ${x - side * 2} 75Z"/>
        <path fill="none" stroke="${shaded(skin.base, 0.7)}" stroke-width="0.9" d="M${x + side * 3} 60 C${x + side * 4.4} 64 ${x + side * 1.6} 68 ${x + side * 1.4} 72"/>`
    })
    .join('')
}

function eye(look: Look, side: number): string {
  const x = 50 + side * eyeOffset(look)
  const lash = mixed(look.hair, '#0c0908', 0.75)
  const crease = shaded(look.skin.base, 0.66)
  // Drawn as the right-hand eye of the picture and mirrored for the other.
  const almond = 'M-6.1 0.9 C-4 -3.4 2.6 -4.1 6.3 -0.5 C3.8 2.9 -2.6 3.6 -6.1 0.9Z'
  const brow = `M-8.2 ${-9.2} C-4 ${-11.8 - look.brows} 3 ${-12.8 - look.brows} 9 -8.8 C3.6 ${-10.4 + look.brows * 0.2} -3 ${-9 + look.brows * 0.5} -8 ${-7.6 + look.brows * 0.6}Z`
  const browColour = mixed(look.hair, '#120d0a', 0.35)
  const browHairs = Array.from({ length: 26 }, (_, hair) => {
    const along = -7.8 + hair * 0.6
    const taper = along > 2 ? 1 - (along - 2) / 8 : 1
    const foot = -8.1 - look.brows * 0.4 - 2.3 * (1 - ((along - 1) / 8.6) ** 2)
    return `M${along.toFixed(1)} ${foot.toFixed(1)}l0.7 ${(-1.9 * taper).toFixed(1)}`
  }).join('')
  return `<g transform="translate(${x} 60) scale(${side} 1)">
    <path d="${brow}" fill="${browColour}" fill-opacity="0.62"/>
    <path d="${browHairs}" fill="none" stroke="${shaded(browColour, 0.7)}" stroke-width="0.3" stroke-opacity="0.7"/>
    <path d="M-6.4 -1.8 C-4 -5.9 2.6 -6.5 6.8 -2.9" fill="none" stroke="${crease}" stroke-width="0.8" stroke-opacity="0.7"/>
    ${look.eyes === 'closed' ? closedLid(look, lash) : openEye(look, side, almond, lash, crease)}
    <circle r="0.75" cx="-5.9" cy="0.8" fill="${mixed(look.skin.base, '#b0625a', 0.5)}"/>
    <path d="M-5.4 5 C-2 ${6.6 + look.age} 3 6.4 6 4.2" fill="none" stroke="${crease}" stroke-width="0.6" stroke-opacity="${0.12 + look.age * 0.35}"/>
  </g>`
}

/** White, iris and lashes between open lids. */
function openEye(look: Look, side: number, almond: string, lash: string, crease: string): string {
  return `<path d="${almond}" fill="#e9e4de"/>
    <clipPath id="lids${side}"><path d="${almond}"/></clipPath>
    <g clip-path="url(#lids${side})">
      <circle r="3.25" cy="-0.5" fill="${shaded(look.iris, 0.55)}"/><circle r="2.8" cy="-0.5" fill="${look.iris}"/>
      <circle r="1.35" cy="-0.5" fill="#0a0807"/>
      <path d="M-6.4 0.6 C-4 -3.4 2.6 -4.1 6.5 -0.6 L6.5 0.6 C2.6 -2.4 -4 -1.8 -6.4 1.6Z" fill="#1c120e" fill-opacity="0.34"/>
    </g>
    <circle r="0.62" cx="${side * -1}" cy="-1.6" fill="#fff" fill-opacity="0.92"/>
    <path d="M-6.3 1 C-4 -3.5 2.6 -4.2 6.9 -0.9" fill="none" stroke="${lash}" stroke-width="1.05" stroke-linecap="round"/>
    <path d="M-5.2 1.7 C-2.4 3.5 3.2 2.9 6.2 -0.2" fill="none" stroke="${crease}" stroke-width="0.5"/>`
}

/** The upper lid drawn down to the lower one, and its lashes along where they meet. */
function closedLid({ skin }: Look, lash: string): string {
  return `<path d="M-6.3 0.9 C-4 -4.4 2.6 -5 6.5 -0.6 C3.8 3.4 -2.6 3.9 -6.3 0.9Z" fill="${shaded(skin.base, 0.9)}"/>
    <path d="M-6.3 0.9 C-3.4 3.8 3 3.6 6.6 0" fill="none" stroke="${lash}" stroke-width="1.1" stroke-linecap="round"/>`
}

function nose({ skin, noseWidth }: Look): string {
  const half = 6.6 * noseWidth
  const dark = shaded(skin.base, 0.42)
  const soft = shaded(skin.base, 0.68)
  const wings = [-1, 1].map(
    (side) =>
      `<ellipse cx="${50 + side * half * 0.52}" cy="79.2" rx="${half * 0.27}" ry="0.95" fill="${dark}" transform="rotate(${side * -14} ${50 + side * half * 0.52} 79.2)"/>
       <path d="M${50 + side * half * 0.92} 74.4 C${50 + side * (half + 1.4)} 76.6 ${50 + side * (half + 0.6)} 79.6 ${50 + side * half * 0.8} 79.8" fill="none" stroke="${soft}" stroke-width="0.9" stroke-opacity="0.55" stroke-linecap="round"/>`,
  )
  return `${wings.join('')}<path d="M${50 - half * 0.3} 80.4 Q50 81.8 ${50 + half * 0.3} 80.4" fill="none" stroke="${soft}" stroke-width="0.8" stroke-opacity="0.6"/>`
}

function mouth({ skin, mouthWidth, mouth }: Look): string {
  const half = 10.6 * mouthWidth
  const upper = shaded(skin.lips, 0.88)
  if (mouth === 'open') {
    return `<path fill="#2a0f10" d="M${50 - half * 0.9} 90 Q50 84.6 ${50 + half * 0.9} 90 Q50 104.5 ${50 - half * 0.9} 90Z"/>
      <path fill="#ece5da" d="M${50 - half * 0.62} 89 Q50 86.8 ${50 + half * 0.62} 89 Q50 91.4 ${50 - half * 0.62} 89Z"/>
      <path fill="none" stroke="${upper}" stroke-width="2.6" stroke-linejoin="round" d="M${50 - half * 0.95} 90 Q50 84 ${50 + half * 0.95} 90 Q50 105.4 ${50 - half * 0.95} 90Z"/>`
  }
  return `<path fill="${upper}" d="M${50 - half} 89.6 C${50 - half * 0.5} 87 ${50 - 2.4} 85.9 50 86.9 C${50 + 2.4} 85.9 ${50 + half * 0.5} 87 ${50 + half} 89.6 Q50 91.2 ${50 - half} 89.6Z"/>
    <path fill="${shaded(skin.lips, 1.08)}" d="M${50 - half} 89.6 Q50 91 ${50 + half} 89.6 C${50 + half * 0.5} 94.4 ${50 - half * 0.5} 94.4 ${50 - half} 89.6Z"/>
    <path d="M${50 - half} 89.6 Q${50 - half * 0.4} 90.7 50 90 Q${50 + half * 0.4} 90.7 ${50 + half} 89.6" fill="none" stroke="${shaded(skin.lips, 0.5)}" stroke-width="0.8" stroke-linecap="round"/>`
}

function beard({ beard, hair, skin, faceWidth, jaw }: Look): string {
  if (beard === 'none') return ''
  const half = 29 * faceWidth
  const jawHalf = 24.5 * faceWidth * jaw
  const fill = mixed(skin.base, hair, beard === 'full' ? 0.8 : 0.3)
  return `<path fill="${fill}" fill-opacity="${beard === 'full' ? 0.92 : 0.6}" d="M${50 - half} 68 C${50 - half + 2} 80 ${50 - 16} 82.5 ${50 - 10} 83.4 C${50 - 4} 81.6 ${50 + 4} 81.6 ${50 + 10} 83.4
    C${50 + 16} 82.5 ${50 + half - 2} 80 ${50 + half} 68 C${50 + half - 0.5} 80 ${50 + jawHalf + 2} 88 ${50 + jawHalf - 4} 94
    C${50 + jawHalf - 10} 104 ${50 + 9} 108.5 50 108.5 C${50 - 9} 108.5 ${50 - jawHalf + 10} 104 ${50 - jawHalf + 4} 94
    C${50 - jawHalf - 2} 88 ${50 - half + 0.5} 80 ${50 - half} 68Z"/>`
}
