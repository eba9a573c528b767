import type { Random } from './random.ts'

/** What a person looks like, as far as the painter needs it. Colours are sRGB hex. */
export interface Look {
  skin: Tone
  hair: string
  hairStyle: 'short' | 'bob' | 'long' | 'curly' | 'bald'
  iris: string
  brows: number
  /** Ratios about 1 that make faces differ: width of the face, of the eyes' distance, of nose and mouth. */
  faceWidth: number
  eyeDistance: number
  noseWidth: number
  mouthWidth: number
  jaw: number
  beard: 'none' | 'stubble' | 'full'
  glasses: 'none' | 'thin' | 'thick' | 'sun'
  clothes: string
  /** Years' worth of folds, 0–1. */
  age: number
  /** What no one drawn by lot does or wears: asked for by those who look for it. Open, closed and none where left out. */
  eyes?: 'open' | 'closed'
  mouth?: 'closed' | 'open'
  mask?: 'none' | 'blue' | 'white' | 'black'
}

export interface Tone {
  /** From 1 (very light) to 6 (very dark), as Fitzpatrick's types. */
  type: 1 | 2 | 3 | 4 | 5 | 6
  base: string
  lips: string
}

const tones: readonly Tone[] = [
  { type: 1, base: '#efcdb8', lips: '#c6776f' },
  { type: 2, base: '#e6b999', lips: '#bc6a60' },
  { type: 3, base: '#d3a078', lips: '#a95c50' },
  { type: 4, base: '#b5804f', lips: '#8f4b40' },
  { type: 5, base: '#8a5a38', lips: '#743a34' },
  { type: 6, base: '#5f3d2a', lips: '#5a2d2c' },
]

const darkHair = ['#17120f', '#241a15', '#2f2119']
const lightHair = ['#5b3d26', '#7d5a35', '#a5824f', '#8a4a2a', '#8f8b86']

/** A look drawn by lot: all six skin types alike often, hair and eyes as they usually go with them, glasses on one in five. */
export function makeLook(random: Random, sex: 'F' | 'M'): Look {
  const skin = random.pick(tones)
  const isLight = skin.type <= 3
  return {
    skin,
    hair: isLight ? random.pick([...darkHair, ...lightHair]) : random.pick(darkHair),
    hairStyle:
      sex === 'F' ? random.pick(['bob', 'long', 'long', 'curly']) : random.pick(['short', 'short', 'curly', 'bald']),
    iris: isLight ? random.pick(['#5a7f9c', '#6f7f56', '#6b4a2d', '#4d3421']) : random.pick(['#3a2416', '#2b1a10']),
    brows: random.between(0.8, 1.25),
    faceWidth: random.between(0.94, 1.05),
    eyeDistance: random.between(0.96, 1.05),
    noseWidth: random.between(0.88, 1.2),
    mouthWidth: random.between(0.9, 1.12),
    jaw: sex === 'M' ? random.between(0.98, 1.08) : random.between(0.9, 1),
    beard: sex === 'M' ? random.pick(['none', 'none', 'stubble', 'full']) : 'none',
    glasses: random.chance(0.2) ? random.pick(['thin', 'thick']) : 'none',
    clothes: random.pick(['#2c3a4f', '#54584f', '#6d2f35', '#d9d6cf', '#1f2225', '#46606a', '#80735f']),
    age: random.next(),
  }
}
